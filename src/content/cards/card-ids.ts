/** Writes the ids that a card file lacks, and touches nothing else in it. */
import { splitFences } from './card-fence.ts';
import { parseCards } from './parse-cards.ts';

export interface AddedId {
  readonly id: string;
  /** 1-based, in the text with the ids. */
  readonly line: number;
}

export interface CardsWithIds {
  readonly text: string;
  readonly added: readonly AddedId[];
}

/**
 * Puts an `Id:` line above each card that has none, with the line ending of the line below it. A card with an empty `Id:`
 * is left to its writer. Not for translations, whose ids are those of their originals.
 * @param isTaken whether another file has the id, or had it once; must say no at some point
 * @example addCardIds('Q: What is a slot?\nA: …', () => false).text // 'Id: what-is-a-slot\nQ: What is a slot?\nA: …'
 */
export function addCardIds(text: string, isTaken: (id: string) => boolean): CardsWithIds {
  const { cards } = parseCards(text).file;
  const own = new Set(cards.flatMap(({ id, was }) => [...(id === undefined ? [] : [id]), ...was]));
  const ids = new Map<number, string>();
  for (const { places, question, line } of cards) {
    if (places.id !== undefined) continue;
    const id = chooseId(question, (candidate) => own.has(candidate) || isTaken(candidate));
    own.add(id);
    ids.set(line, id);
  }
  return insertIds(text, ids);
}

/** @param ids by the 1-based line that each is to stand above */
function insertIds(text: string, ids: ReadonlyMap<number, string>): CardsWithIds {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  // Lines and their endings take turns.
  const parts = text.slice(mark.length).split(/(\r\n|\r|\n)/);
  const added: AddedId[] = [];
  let result = mark;
  for (let index = 0; index < parts.length; index += 2) {
    const line = index / 2 + 1;
    const id = ids.get(line);
    if (id !== undefined) {
      added.push({ id, line: line + added.length });
      result += `Id: ${id}${parts[index + 1] ?? parts[index - 1] ?? '\n'}`;
    }
    result += `${parts[index]}${parts[index + 1] ?? ''}`;
  }
  return { text: result, added };
}

function chooseId(question: string, isTaken: (id: string) => boolean): string {
  const slug = slugOf(question);
  const numbered = (number: number) => (number === 1 && slug !== '' ? slug : `${slug || 'card'}-${number}`);
  let number = 1;
  while (isTaken(numbered(number))) number += 1;
  return numbered(number);
}

const MOST_WORDS = 5;
const MOST_CHARACTERS = 48;

/**
 * The first words of a text that are written in Latin letters, accents left out; nothing where there are none.
 * @example slugOf('¿Qué devuelve `a.split()`?') // 'que-devuelve-a-split'
 */
export function slugOf(text: string): string {
  const words = toPlainWords(text)
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  let slug = '';
  for (const word of (words ?? []).slice(0, MOST_WORDS)) {
    const longer = slug === '' ? word.slice(0, MOST_CHARACTERS) : `${slug}-${word}`;
    if (longer.length > MOST_CHARACTERS) break;
    slug = longer;
  }
  return slug;
}

/** Without fences, addresses of links and the braces of clozes; with the words of code in a line. */
function toPlainWords(text: string): string {
  return splitFences(text)
    .prose.replace(/\]\([^)\s]*\)/g, ' ')
    .replace(/\{\{c\d+::/g, ' ');
}
