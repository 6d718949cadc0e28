/** Ids of cards, present and former: readers' progress is kept under them. */
import { type Card, type CardProblem, nameCard, reportCard } from './card.ts';
import { slugOf } from './card-ids.ts';

interface NamedId {
  readonly field: 'id' | 'was';
  readonly id: string;
}

/** @param seen the cards before this one by each of their ids; this one's are added */
export function checkIds(card: Card, seen: Map<string, Card>): CardProblem[] {
  const ids = listIds(card);
  return [
    ...findMissing(card),
    ...ids.filter(({ id }) => !ID.test(id)).map((named) => describeForm(card, named)),
    ...ids.flatMap((named) => findDuplicate(card, named, seen)),
  ];
}

function listIds({ id, was }: Card): NamedId[] {
  return [
    ...(id === undefined ? [] : [{ field: 'id' as const, id }]),
    ...was.map((old) => ({ field: 'was' as const, id: old })),
  ];
}

/** An `Id:` that is there and empty was reported when it was read. */
function findMissing(card: Card): CardProblem[] {
  if (card.places.id !== undefined) return [];
  const hint = `run npm run ids, or write Id: ${slugOf(card.question) || 'an-id'} above it`;
  return [reportCard(card, 'id', 'id-missing', `${nameCard(card)} has no id`, hint)];
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function describeForm(card: Card, { field, id }: NamedId): CardProblem {
  const hint = `write lower-case letters, digits and hyphens, such as ${slugOf(id) || 'str-split-default'}`;
  return reportCard(card, field, 'id-form', `"${id}" is not an id`, hint);
}

function findDuplicate(card: Card, { field, id }: NamedId, seen: Map<string, Card>): CardProblem[] {
  const other = seen.get(id);
  seen.set(id, other ?? card);
  if (other === undefined) return [];
  const where = other === card ? 'stands twice in this card' : `is that of the card on line ${other.line} too`;
  const hint =
    field === 'id' ? 'give one of them another, since readers’ progress is kept under it' : 'keep it in one place';
  return [reportCard(card, field, 'id-duplicate', `the id "${id}" ${where}`, hint)];
}
