/** The code of a block as the page shows it, and which other blocks it continues. */
import { createChecksum } from '../domain/checksum.ts';
import { readLines } from './code-lines.ts';

/** The code that was published. */
export function readSource(block: Element): string {
  return readLines(block) || (block.querySelector('code')?.textContent ?? '');
}

/**
 * Names the draft of a block by its page and its published code: a block keeps its draft when others are put before it, and
 * a draft of code that was since mended does not hide the mended code.
 */
export function draftKey(block: Element, source: string): string {
  const page = block.closest<HTMLElement>('[data-note]')?.dataset.note ?? '';
  const hash = createChecksum();
  hash.add(JSON.stringify(source));
  return `${draftPrefix(page)}${hash.value()}`;
}

export function draftPrefix(page: string): string {
  return `block:${page}#`;
}

/** The blocks of its group that stand before a block, in the order of the page. */
export function findEarlier(block: HTMLElement): HTMLElement[] {
  const { group, lang, engine } = block.dataset;
  if (group === undefined) return [];
  const all = [...document.querySelectorAll<HTMLElement>('study-run')].filter(
    ({ dataset }) => dataset.group === group && dataset.lang === lang && dataset.engine === engine,
  );
  return all.slice(0, all.indexOf(block));
}
