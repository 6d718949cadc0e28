/** Plans which card files become of a table of Anki. Every card in them passes the check; one that cannot is named. */
import { cardPlace, FLASHCARDS, readCardFiles } from '../../content/card-file.ts';
import type { Card, CardType } from '../../content/cards/card.ts';
import { closeFence, type FenceOpening, isFenceClosing, readFenceOpening } from '../../content/cards/card-fence.ts';
import { slugOf } from '../../content/cards/card-ids.ts';
import { readKeyLine } from '../../content/cards/card-key.ts';
import { checkCards } from '../../content/cards/card-rules.ts';
import { findClozes } from '../../content/cards/cloze.ts';
import { parseCards } from '../../content/cards/parse-cards.ts';
import { printCards } from '../../content/cards/print-cards.ts';
import type { ContentFiles } from '../../content/files/content-files.ts';
import { isError } from '../../content/problem.ts';
import { cleanTitle } from '../new/title.ts';
import type { AnkiRow, AnkiTable } from './anki-table.ts';
import { convertHtml } from './html-to-markdown.ts';
import { FreeNames, toPlaceName } from './place-name.ts';
import type { Remark } from './remark.ts';

export interface TableOptions {
  readonly files: ContentFiles;
  readonly area: string;
  /** As the report names it. */
  readonly file: string;
  /** Of cards that name no deck. */
  readonly title: string;
}

export interface TablePlan {
  /** Texts of new card files by path, relative to the project. */
  readonly texts: Readonly<Record<string, string>>;
  readonly count: number;
  readonly remarks: readonly Remark[];
}

/** No file grows beyond what the site reads. */
const MOST_CHARACTERS = 250_000;

export function planTable({ isHtml, rows }: AnkiTable, { files, area, file, title }: TableOptions): TablePlan {
  const remarks: Remark[] = [];
  const known = readCardFiles(files);
  const ids = new FreeNames(known.flatMap((read) => read.file.cards.flatMap(({ id, was }) => [id ?? [], was].flat())));
  const paths = new FreeNames(known.map(({ path }) => cardPlace(path, []).path));
  const texts: Record<string, string> = {};
  let count = 0;
  for (const [deck, inside] of Map.groupBy(rows, (row) => cleanTitle(row.deck) ?? title)) {
    let cards: Card[] = [];
    let length = 0;
    const write = () => {
      if (cards.length === 0) return;
      const name = deck.split('::').map((part) => toPlaceName(part, 'deck'));
      const path = `${FLASHCARDS}${paths.take([area, ...name].join('/'))}.txt`;
      texts[path] = printCards({ deck, translated: undefined, cards, places: {} });
      count += cards.length;
      [cards, length] = [[], 0];
    };
    for (const row of inside) {
      const say = (message: string) => remarks.push({ file, message: `${row.place}: ${message}` });
      const card = readCard(row, isHtml, say);
      const refusal = card === undefined ? 'it has no question or no answer' : refuse(card);
      if (card === undefined || refusal !== undefined) {
        say(`this card was left out: ${refusal}`);
        continue;
      }
      const id = ids.take(row.id ?? (slugOf(card.question) || 'card'));
      cards.push({ ...card, id });
      length += card.question.length + card.answer.length;
      if (length > MOST_CHARACTERS) write();
    }
    write();
  }
  return { texts, count, remarks };
}

function readCard(row: AnkiRow, isHtml: boolean, say: (message: string) => void): Card | undefined {
  const onPicture = (name: string) =>
    say(`the picture ${name} was left out, since cards are text: its name stands there`);
  const [question = '', ...rest] = row.fields.map((field) =>
    guardKeys((isHtml ? convertHtml(field, onPicture) : field).replaceAll('\u0000', '').trim()),
  );
  for (const [, name] of row.fields.join().matchAll(/\[sound:([^\]]+)\]/g))
    say(`the sound ${name} was left out, since cards are text: its name stands there`);
  const answer = rest.filter((field) => field !== '').join('\n\n');
  const isCloze = findClozes(question).some(({ end }) => end !== undefined);
  if (question === '' || (answer === '' && !isCloze)) return undefined;
  const type = row.type ?? (isCloze ? 'cloze' : typeOf(row.noteType));
  return {
    id: undefined,
    type,
    question: isCloze ? numberClozes(question) : question,
    // What is typed is no Markdown.
    answer: type === 'type' ? answer.replace(/\\([\\`*_[\]<>|&~#+-])/g, '$1') : answer,
    tags: row.tags.map((tag) => tag.replaceAll(',', '-')),
    link: undefined,
    was: [],
    line: 1,
    places: {},
  };
}

/** Anki's own types say in their names what they ask. */
function typeOf(noteType: string): CardType {
  if (/revers/i.test(noteType)) return 'reversed';
  return /type in|\(type\)/i.test(noteType) ? 'type' : 'basic';
}

/** Here the first gap is the first number. */
function numberClozes(question: string): string {
  const numbers = [...new Set(findClozes(question).map(({ number }) => number))].sort((a, b) => a - b);
  if (numbers.includes(1)) return question;
  return question.replace(/\{\{c(\d+)::/g, (whole, number: string) => {
    const place = numbers.indexOf(Number(number));
    return place < 0 ? whole : `{{c${place + 1}::`;
  });
}

/** A line of text that would be taken for a key begins with a space; a fence that is open ends with its text. */
function guardKeys(text: string): string {
  let open: FenceOpening | undefined;
  const lines = text.split(/\r\n|\r|\n/).map((line, index) => {
    if (open !== undefined) {
      if (isFenceClosing(line, open)) open = undefined;
      return line;
    }
    open = readFenceOpening(line);
    return index > 0 && readKeyLine(line) !== undefined ? ` ${line}` : line;
  });
  return [...lines, ...(open === undefined ? [] : [closeFence(open)])].join('\n');
}

/** Why a card cannot be written: by the rules of the check, and by what is read of what was written. */
function refuse(card: Card): string | undefined {
  const { file, problems } = parseCards(
    printCards({ deck: 'D', translated: undefined, cards: [{ ...card, id: 'a' }], places: {} }),
  );
  const error = [...problems, ...checkCards(file)].find((problem) => isError({ file: '', ...problem }));
  return error?.message ?? (file.cards.length === 1 ? undefined : 'it reads as several');
}
