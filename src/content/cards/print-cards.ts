/**
 * Writes a card file in its one canonical form. What was read from a file and printed reads the same again.
 *
 * Nothing has to be escaped. A text that was read begins no line but its first with a key, or it would have ended there;
 * and its first line stands behind `Q:` or `A:`, save for one that opens a fence or is indented, neither of which is a
 * key.
 */
import type { Card, CardFile } from './card.ts';
import { readFenceOpening } from './card-fence.ts';

/** @param file as `parseCards` reads it: a text made elsewhere may have lines that would be taken for keys */
export function printCards({ deck, translated, cards }: CardFile): string {
  const header = [...printLine('Deck', deck), ...printLine('Translated', translated)];
  const blocks = [header, ...cards.map(printCard)].filter((lines) => lines.length > 0);
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function printCard({ id, type, question, answer, tags, link, was }: Card): string[] {
  return [
    ...printLine('Id', id),
    ...printLine('Type', type === 'basic' ? undefined : type),
    printText('Q', question),
    ...(type === 'cloze' && answer === '' ? [] : [printText('A', answer)]),
    ...printLine('Tags', tags.join(', ')),
    ...printLine('Link', link),
    ...printLine('Was', was.join(', ')),
  ];
}

function printLine(key: string, value: string | undefined): string[] {
  return value === undefined || value === '' ? [] : [`${key}: ${value}`];
}

function printText(key: string, text: string): string {
  if (text === '') return `${key}:`;
  const needsOwnLine = /^[ \t]/.test(text) || readFenceOpening(text.split('\n', 1).join()) !== undefined;
  return `${key}:${needsOwnLine ? '\n' : ' '}${text}`;
}
