/** A page as it lies in `content/docs`: its place, what its frontmatter says of itself and other pages, and its text. */

import { type Validated, validate } from './data/validate.ts';
import { type DataPath, readYaml, type YamlText } from './data/yaml-text.ts';
import { type Document, readDocument } from './document.ts';
import type { ContentFiles, Source } from './files/content-files.ts';
import { type PageData, pageSchema } from './kinds/page.ts';
import { type Place, placeOf } from './place.ts';
import type { Position } from './problem.ts';
import { shareInProcess } from './share.ts';

/** Where pages lie, relative to the project. */
export const DOCS = 'content/docs/';

/** An id that a page names, with the place where it stands. */
export interface NamedId extends Position {
  readonly id: string;
}

export interface Page {
  /** As messages show it. */
  readonly file: string;
  readonly source: Source;
  readonly place: Place;
  /** What the frontmatter says, or the path. */
  readonly id: NamedId;
  readonly hasId: boolean;
  readonly isNote: boolean;
  /** Published nowhere. */
  readonly isDraft: boolean;
  readonly requires: readonly NamedId[];
  readonly leadsTo: readonly NamedId[];
  readonly document: Document;
  readonly yaml: YamlText;
  /** The frontmatter as data, or what is wrong with it. */
  readonly frontmatter: Validated<PageData>;
}

const kept = shareInProcess('pages', () => new WeakMap<Source, Page>());

/** Whether a path is that of a page: files whose names begin with `_` are left out, as Astro does. */
export function isPagePath(path: string): boolean {
  return path.startsWith(DOCS) && /\/[^_/][^/]*\.mdx?$/.test(path);
}

/** Every page below `content/docs`, by path. */
export function readPages(files: ContentFiles, locales: readonly string[]): Page[] {
  return files
    .list()
    .filter(isPagePath)
    .map((path) => readPage(files, path, locales));
}

/** A page that has not changed is not read again. */
export function readPage(files: ContentFiles, path: string, locales: readonly string[]): Page {
  const source = files.read(path);
  const page = kept.get(source) ?? describePage(source, placeOf(path.slice(DOCS.length), locales));
  kept.set(source, page);
  return page;
}

function describePage(source: Source, place: Place): Page {
  const document = readDocument(source);
  const yaml = readYaml(document.frontmatter ?? '', 2);
  const data = isRecord(yaml.value) ? yaml.value : {};
  const read = (key: string): NamedId[] =>
    listTexts(data[key], [key]).map(([id, path]) => ({ id, ...yaml.positionOf(path) }));
  const [id] = read('id');
  return {
    file: source.path,
    source,
    place,
    id: id ?? { id: place.path, line: 1, column: 1 },
    hasId: id !== undefined,
    isNote: data.level !== undefined,
    isDraft: data.draft === true,
    requires: read('requires'),
    leadsTo: read('leadsTo'),
    document,
    yaml,
    frontmatter: validate(pageSchema, yaml),
  };
}

function listTexts(value: unknown, path: DataPath): [text: string, path: DataPath][] {
  if (typeof value === 'string') return [[value, path]];
  return Array.isArray(value)
    ? value.flatMap((entry, index) =>
        typeof entry === 'string' ? [[entry, [...path, index]] as [string, DataPath]] : [],
      )
    : [];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
