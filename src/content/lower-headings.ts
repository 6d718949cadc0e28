/** Texts with headings of their own that stand below a heading of a generated page. */
import { parseDocument } from './document.ts';

/** The text with each of its headings one level deeper. */
export function lowerHeadings(text: string): string {
  const { headings, lines } = parseDocument(text, 'md');
  const numbers = new Set(headings.map(({ line }) => line));
  return lines.map((line, index) => (numbers.has(index + 1) && line.startsWith('#') ? `#${line}` : line)).join('\n');
}
