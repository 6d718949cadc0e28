/** Card files as they lie in `content/flashcards`: their language, their place in it, and their cards. */
import type { CardFile, CardProblem } from './cards/card.ts';
import { parseCards } from './cards/parse-cards.ts';
import type { ContentFiles, Source } from './files/content-files.ts';
import type { Place } from './place.ts';
import { hashText } from './section.ts';
import { shareInProcess } from './share.ts';

/** Where card files lie, relative to the project. */
export const FLASHCARDS = 'content/flashcards/';

export interface ReadCards {
  readonly path: string;
  readonly file: CardFile;
  readonly problems: readonly CardProblem[];
}

const kept = shareInProcess('card-files', () => new WeakMap<Source, ReadCards>());

/** Every card file that can be read as text, by path. */
export function readCardFiles(files: ContentFiles): ReadCards[] {
  return files
    .list()
    .filter((path) => path.startsWith(FLASHCARDS) && path.endsWith('.txt'))
    .map((path) => files.read(path))
    .filter(({ problems, text }) => problems.length === 0 && text.trim() !== '')
    .map(readCards);
}

function readCards(source: Source): ReadCards {
  const read = kept.get(source) ?? { path: source.path, ...parseCards(source.text) };
  kept.set(source, read);
  return read;
}

/** The language of a card file and its path within the language: `python-internals/gil`. */
export function cardPlace(path: string, locales: readonly string[]): Place {
  const segments = path
    .slice(FLASHCARDS.length)
    .replace(/\.txt$/, '')
    .split('/');
  const [first = ''] = segments;
  return locales.includes(first)
    ? { locale: first, path: segments.slice(1).join('/') }
    : { locale: 'root', path: segments.join('/') };
}

/** What a translation notes of its original: the hash of its cards' texts. */
export function hashCards({ file }: ReadCards): string {
  return hashText(file.cards.map(({ id, question, answer }) => `${id}\n${question}\n${answer}`).join('\n'));
}
