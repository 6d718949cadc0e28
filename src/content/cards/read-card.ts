/** Makes a card of its keys, and says what is missing. */
import { findNearest } from '../nearest.ts';
import type { Position } from '../problem.ts';
import { CARD_TYPES, type Card, type CardField, type CardProblem, type CardType, nameCard } from './card.ts';
import type { CardKey } from './card-key.ts';
import { keepFirst, type ReadValue, readLine, readList, readText } from './read-value.ts';
import { type CardEntry, KEEP_AS_TEXT } from './scan-cards.ts';

/** @param entries at least one, the first of which starts the card */
export function readCard(entries: readonly CardEntry<CardKey>[]): {
  readonly card: Card;
  readonly problems: readonly CardProblem[];
} {
  const { first, problems } = keepFirst(entries);
  const places: Partial<Record<CardField, Position>> = {};
  const read = <T>(key: CardKey, field: CardField, readValue: (entry: CardEntry) => ReadValue<T>): T | undefined => {
    const entry = first.get(key);
    if (entry === undefined) return undefined;
    const { value, place, problems: found } = readValue(entry);
    places[field] = place;
    problems.push(...found);
    return value;
  };
  const card: Card = {
    id: read('Id', 'id', readLine),
    type: read('Type', 'type', readType) ?? 'basic',
    question: read('Q', 'question', readText) ?? '',
    answer: read('A', 'answer', readText) ?? '',
    tags: read('Tags', 'tags', readList) ?? [],
    link: read('Link', 'link', readLine),
    was: read('Was', 'was', readList) ?? [],
    line: entries[0]?.line ?? 1,
    places,
  };
  return { card, problems: [...problems, ...findMissing(card)] };
}

/** One that is not known is read as the one that is most like it, so that it causes no further problems. */
function readType(entry: CardEntry): ReadValue<CardType> {
  const { value, place, problems } = readLine(entry);
  const type = CARD_TYPES.find((known) => known === value);
  if (type !== undefined || value === undefined) return { value: type ?? 'basic', place, problems };
  const nearest = findNearest(value, CARD_TYPES)[0];
  const known = `write ${CARD_TYPES.join(', ')}`;
  const hint = nearest === undefined ? `${known}; ${KEEP_AS_TEXT}` : `did you mean ${nearest}? ${known}`;
  return {
    value: CARD_TYPES.find((type) => type === nearest) ?? 'basic',
    place,
    problems: [{ ...place, code: 'value-invalid', message: `Type is ${JSON.stringify(value)}`, hint }],
  };
}

function findMissing(card: Card): CardProblem[] {
  const lacksQuestion = card.question === '';
  const lacksAnswer = card.answer === '' && card.type !== 'cloze';
  const at = (what: string, hint: string): CardProblem[] => [
    { line: card.line, column: 1, code: 'card-incomplete', message: `${nameCard(card)} has no ${what}`, hint },
  ];
  if (lacksQuestion && lacksAnswer) return at('question and no answer', 'write Q: and A: below it, or take it out');
  if (lacksQuestion) return at('question', 'write it after Q:, below the Id:, since an Id: starts a card');
  return lacksAnswer ? at('answer', 'write it after A:, above the next Id: or Q:, since those start a card') : [];
}
