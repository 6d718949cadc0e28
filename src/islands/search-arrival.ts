/**
 * Marks on the page the words that a reader has searched for and come by. What was followed is noted in the tab before the
 * page is left; nothing of the page's text is changed, so that its scripts and its selection stay as they are.
 */
import { isRecord, parseJson } from '../domain/json.ts';
import { fold } from '../domain/search/word.ts';

const KEY = 'study-search-words';
const NAME = 'study-search';
const WORD = /[\p{L}\p{M}\p{N}_]+/gu;
/** Words that stand everywhere are marked where a reader looks first. */
const MOST = 500;

/** @param address of the page that is followed, with or without an anchor */
export function noteWords(address: string, words: readonly string[]): void {
  try {
    const single = words.flatMap((word) => word.match(WORD) ?? []);
    sessionStorage.setItem(KEY, JSON.stringify({ path: new URL(address).pathname, words: [...new Set(single)] }));
  } catch {
    // Blocked: the page opens without marks.
  }
}

/** Marks the words noted for this page, once, until Escape is pressed. */
export function markWords(): void {
  const words = takeWords();
  const main = document.querySelector('main');
  if (words.length === 0 || main === null || !('highlights' in CSS)) return;
  const ranges = findRanges(main, new Set(words.map(fold)));
  if (ranges.length === 0) return;
  CSS.highlights.set(NAME, new Highlight(...ranges));
  document.addEventListener('keydown', clear);
  function clear({ key }: KeyboardEvent): void {
    if (key !== 'Escape') return;
    CSS.highlights.delete(NAME);
    document.removeEventListener('keydown', clear);
  }
}

function takeWords(): readonly string[] {
  try {
    const value = parseJson(sessionStorage.getItem(KEY) ?? '');
    sessionStorage.removeItem(KEY);
    if (!isRecord(value) || value.path !== location.pathname || !Array.isArray(value.words)) return [];
    return value.words.filter((word) => typeof word === 'string');
  } catch {
    return [];
  }
}

function findRanges(main: Element, words: ReadonlySet<string>): Range[] {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node !== null && ranges.length < MOST; node = walker.nextNode()) {
    for (const { index, 0: word } of (node.textContent ?? '').matchAll(WORD)) {
      if (!words.has(fold(word))) continue;
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      ranges.push(range);
    }
  }
  return ranges;
}
