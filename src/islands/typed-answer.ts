/** What the reader has typed beside what was wanted, character by character. Loaded with the first card that is typed. */
import { diffChars } from 'diff';
import { createElement } from './element.ts';
import type { Words } from './page-words.ts';

/** White space at the ends and the form of accents are no mistakes. */
export function isTypedRight(typed: string, wanted: string): boolean {
  return normalize(typed) === normalize(wanted);
}

export function compareTyped(typed: string, wanted: string, words: Words): HTMLElement {
  const isRight = isTypedRight(typed, wanted);
  const verdict = createElement(
    'p',
    { class: 'study-typed-verdict' },
    words[isRight ? 'typedRight' : 'typedWrong'] ?? '',
  );
  const lines = createElement('div', { class: 'study-typed', ...(isRight && { 'data-right': '' }) }, verdict);
  if (isRight) return lines;
  const changes = diffChars(normalize(typed), normalize(wanted));
  const write = (name: 'del' | 'ins', isLeftOut: (change: (typeof changes)[number]) => boolean) => {
    const parts = changes
      .filter((change) => !isLeftOut(change))
      .map(({ value, added, removed }) => (added || removed ? createElement(name, {}, value) : value));
    return createElement('code', {}, ...parts);
  };
  const row = (label: string, code: HTMLElement) =>
    createElement('p', {}, createElement('span', {}, `${label} `), code);
  lines.append(
    row(
      words.youTyped ?? '',
      write('del', ({ added }) => added),
    ),
    row(
      words.wanted ?? '',
      write('ins', ({ removed }) => removed),
    ),
  );
  return lines;
}

function normalize(text: string): string {
  return text.normalize('NFC').trim();
}
