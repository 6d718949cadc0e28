/** Obsidian's `%%comments%%`, which become comments of HTML: seen by the writer only. */

import { applyEdits, type TextEdit } from '../../content/text-edit.ts';
import { createCover, listNodes, listOpaque, matchProse } from './markdown-tree.ts';

/** One that is never closed stays as it is. */
export function convertComments(text: string): string {
  if (!text.includes('%%')) return text;
  const marks = matchProse(text, createCover(listOpaque(listNodes(text))), /%%/g).map(({ index }) => index);
  const edits: TextEdit[] = [];
  for (let index = 0; index + 1 < marks.length; index += 2) {
    const [start = 0, end = 0] = [marks[index], marks[index + 1]];
    edits.push({ start, end: end + 2, text: writeComment(text.slice(start + 2, end)) });
  }
  return applyEdits(text, edits);
}

/** A comment of HTML ends at its first arrow. */
function writeComment(words: string): string {
  return `<!-- ${words.trim().replaceAll('--', '- -')} -->`;
}
