/** Card files: each by itself, all of them together, and translations against their originals. */
import { cardPlace, FLASHCARDS, hashCards, type ReadCards, readCardFiles } from '../card-file.ts';
import type { CardFile, CardProblem } from '../cards/card.ts';
import { checkCards } from '../cards/card-rules.ts';
import { compareCardFiles } from '../cards/card-translation.ts';
import type { Code } from '../codes/table.ts';
import type { ContentFiles } from '../files/content-files.ts';
import { keepFor } from '../keep-for.ts';
import type { Place } from '../place.ts';
import { type Position, type Problem, START } from '../problem.ts';
import type { Catalog } from './reference-rules.ts';

/** How many files a message names. */
const MOST_NAMED = 5;

/** `npm run ids` leaves translations alone. */
const TRANSLATED_ID = 'write the Id: that this card has in the original above it';

const keepChecked = keepFor<CardFile, CardProblem[]>();

interface Placed {
  readonly cards: ReadCards;
  readonly place: Place;
}

export function checkCardFiles(files: ContentFiles, locales: readonly string[], catalog: Catalog): Problem[] {
  const all = readCardFiles(files);
  const placed = all.map((cards) => ({ cards, place: cardPlace(cards.path, locales) }));
  const originals = placed.filter(({ place }) => place.locale === 'root');
  const byPath = new Map(originals.map(({ cards, place }) => [place.path, cards]));
  return [
    ...placed.flatMap(({ cards, place }) => [
      ...[...cards.problems, ...keepChecked(cards.file, '', () => checkCards(cards.file))].map((problem) => ({
        file: cards.path,
        ...problem,
        ...(problem.code === 'id-missing' && place.locale !== 'root' && { hint: TRANSLATED_ID }),
      })),
      ...findDeadLinks(cards, catalog),
    ]),
    ...findSharedIds(originals.map(({ cards }) => cards)),
    ...locales.flatMap((locale) => findUntranslated(placed, locale)),
    ...placed
      .filter(({ place }) => place.locale !== 'root')
      .flatMap(({ cards, place }) => checkTranslation(cards, place.path, byPath.get(place.path))),
  ];
}

function findDeadLinks({ path, file }: ReadCards, catalog: Catalog): Problem[] {
  return file.cards.flatMap((card) => {
    const refusal = card.link === undefined ? undefined : catalog.refusePage(card.link);
    return refusal === undefined
      ? []
      : [at(path, card.places.link ?? START, 'reference-unknown', refusal.message, refusal.hint)];
  });
}

/** Ids are unique over all files, because a card may move from one to another. */
function findSharedIds(all: readonly ReadCards[]): Problem[] {
  const first = new Map<string, string>();
  return all.flatMap(({ path, file }) =>
    file.cards.flatMap(({ id, places }) => {
      if (id === undefined) return [];
      const other = first.get(id);
      first.set(id, other ?? path);
      if (other === undefined || other === path) return [];
      const hint = 'give one of them another, since readers’ reviews are kept under it';
      return [at(path, places.id ?? START, 'id-duplicate', `the id "${id}" is that of a card in ${other} too`, hint)];
    }),
  );
}

/** One problem a language, as with pages. */
function findUntranslated(placed: readonly Placed[], locale: string): Problem[] {
  const pathsIn = (folder: string) =>
    placed.filter(({ place }) => place.locale === folder).map(({ place }) => place.path);
  const [originals, translated] = [pathsIn('root'), new Set(pathsIn(locale))];
  const missing = originals.filter((path) => !translated.has(path));
  if (missing.length === 0) return [];
  const named = missing.slice(0, MOST_NAMED).join(', ') + (missing.length > MOST_NAMED ? ', …' : '');
  const message = `the ${locale} translation lacks ${missing.length} of ${originals.length} card files: ${named}`;
  const folder = `${FLASHCARDS}${locale}`;
  const hint = `copy a file to the same path below ${folder}, translate it, then run npm run translated -- <file>`;
  return [at(folder, START, 'translation-missing', message, hint)];
}

function checkTranslation(cards: ReadCards, path: string, original: ReadCards | undefined): Problem[] {
  const file = cards.path;
  if (original === undefined) {
    const message = `there is no ${FLASHCARDS}${path}.txt that this could be a translation of`;
    const hint = 'move it to the path that its original has, or write the original';
    return [at(file, START, 'translation-orphan', message, hint)];
  }
  return [
    ...compareCardFiles(original.file, cards.file).map((problem) => ({ file, ...problem })),
    ...findOutdated(cards, original),
  ];
}

function findOutdated({ path, file }: ReadCards, original: ReadCards): Problem[] {
  const hash = hashCards(original);
  if (file.translated === hash) return [];
  const command = `run npm run translated -- ${path}`;
  if (file.translated === undefined) {
    const message = `these cards do not say which state of ${original.path} they were made from`;
    return [at(path, START, 'translation-unrecorded', message, `when they say what the original says, ${command}`)];
  }
  const message = `${original.path} changed since it was translated`;
  const hint = `translate what changed, then ${command}`;
  return [at(path, file.places.translated ?? START, 'translation-behind', message, hint)];
}

function at(file: string, position: Position, code: Code, message: string, hint: string): Problem {
  return { file, line: position.line, column: position.column, code, message, hint };
}
