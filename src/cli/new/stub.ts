/** What every stub is made from, and how its languages are written. */
import type { Level, LocalizedText } from '../../content/kinds/field.ts';
import type { Site } from '../../content/site-config.ts';
import { findWords, type Words } from './words.ts';

/** Texts of new files by their path, relative to the project. */
export type NewFiles = Readonly<Record<string, string>>;

export interface Stub {
  readonly place: string;
  /** One line, as it was typed. */
  readonly title: string;
  readonly level: Level;
  readonly today: Date;
  readonly languages: Languages;
}

export interface Language {
  /** Under which its texts stand in data files: the tag of the main language, the folder of another. */
  readonly key: string;
  /** `undefined` for the main language. */
  readonly folder: string | undefined;
  readonly words: Words;
}

/** The main one first. */
export type Languages = readonly [main: Language, ...others: Language[]];

export function listLanguages({ locales }: Pick<Site, 'locales'>): Languages {
  const { root, ...others } = locales;
  const main = root?.lang ?? 'en';
  return [
    { key: main, folder: undefined, words: findWords(main) },
    ...Object.entries(others).map(([folder, { lang }]) => ({ key: folder, folder, words: findWords(lang) })),
  ];
}

/** One file a language, in folders: `content/docs/a.md`, `content/docs/es/a.md`. */
export function inFolders(
  languages: Languages,
  folder: string,
  name: string,
  write: (words: Words, path: string) => string,
): NewFiles {
  return Object.fromEntries(
    languages.map((language) => {
      const path = [folder, ...(language.folder === undefined ? [] : [language.folder]), name].join('/');
      return [path, write(language.words, path)];
    }),
  );
}

/** One file a language, side by side: `hints.md`, `hints.es.md`. */
export function sideBySide(languages: Languages, path: string, write: (words: Words) => string): NewFiles {
  const dot = path.lastIndexOf('.');
  return Object.fromEntries(
    languages.map(({ folder, words }) => {
      const suffix = folder === undefined ? '' : `.${folder}`;
      return [path.slice(0, dot) + suffix + path.slice(dot), write(words)];
    }),
  );
}

/** A text of a data file in every language, or plain where there is only one. */
export function inLanguages(languages: Languages, write: (words: Words) => string): string | LocalizedText {
  const [main, ...others] = languages;
  if (others.length === 0) return write(main.words);
  return Object.fromEntries(languages.map(({ key, words }) => [key, write(words)]));
}
