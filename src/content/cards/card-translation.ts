/**
 * A translation of a card file has the same cards, by id: readers keep their progress when they change the language, and
 * what a card is about does not depend on it.
 */
import { findNearest } from '../nearest.ts';
import { START } from '../problem.ts';
import { type Card, type CardField, type CardFile, type CardProblem, nameCard, reportCard } from './card.ts';
import { splitFences } from './card-fence.ts';

/** @returns problems of the translation. Cards without an id are left out, and the order of cards may differ. */
export function compareCardFiles(original: CardFile, translation: CardFile): CardProblem[] {
  const wanted = indexCards(original);
  const own = indexCards(translation);
  const missing = [...wanted].filter(([id]) => !own.has(id));
  const missingIds = missing.map(([id]) => id);
  return [
    ...missing.map(([, card]) => describeMissing(card)),
    ...[...own].flatMap(([id, card]) => {
      const other = wanted.get(id);
      return other === undefined ? [describeUnknown(card, id, missingIds)] : compareCards(other, card);
    }),
  ];
}

/** Of cards that share an id, which is reported elsewhere, the first. */
function indexCards({ cards }: CardFile): Map<string, Card> {
  const byId = new Map<string, Card>();
  for (const card of cards) {
    if (card.id !== undefined && !byId.has(card.id)) byId.set(card.id, card);
  }
  return byId;
}

/** Only a warning, as with pages: a new card of the original does not stop a build until everybody has translated it. */
function describeMissing(card: Card): CardProblem {
  const hint = 'copy it from the original with its Id: line, and translate it';
  return { ...START, code: 'translation-card', severity: 'warning', message: `${nameCard(card)} is missing`, hint };
}

function describeUnknown(card: Card, id: string, missing: readonly string[]): CardProblem {
  const nearest = findNearest(id, missing);
  const known = 'write the Id: that the original has, or take the card out';
  const hint = nearest.length > 0 ? `did you mean ${nearest.join(', ')}?` : known;
  return reportCard(card, 'id', 'translation-card', `the original has no card "${id}"`, hint);
}

function compareCards(original: Card, card: Card): CardProblem[] {
  const name = nameCard(card);
  const report = (field: CardField, message: string, hint: string) => [
    reportCard(card, field, 'translation-card', message, hint),
  ];
  const findOtherCode = (field: 'question' | 'answer') => {
    if (codeOf(card[field]) === codeOf(original[field])) return [];
    return report(
      field,
      `the code in the ${field} of ${name} is not that of its original`,
      'copy the blocks as they are',
    );
  };
  const [type, wantedType] = [card.type, original.type];
  const [tags, wantedTags] = [card, original].map((one) => one.tags.join(', ') || 'none');
  return [
    ...(type === wantedType
      ? []
      : report('type', `${name} is of type ${type}, its original of type ${wantedType}`, `write Type: ${wantedType}`)),
    ...(isSameSet(card.tags, original.tags)
      ? []
      : report(
          'tags',
          `the tags of ${name} are ${tags}; its original has ${wantedTags}`,
          'tags are not translated: write the same',
        )),
    ...findOtherCode('question'),
    ...findOtherCode('answer'),
  ];
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.every((item) => b.includes(item)) && b.every((item) => a.includes(item));
}

/** Diagrams and plain texts have words to translate. */
const WORDS = new Set(['', 'text', 'mermaid']);

function codeOf(text: string): string {
  const fences = splitFences(text).fences.filter(({ info }) => !WORDS.has(info.split(/\s/)[0] ?? ''));
  return JSON.stringify(fences);
}
