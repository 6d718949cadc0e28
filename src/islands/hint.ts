/**
 * A hint for who is new: a quiet box at the end of the screen that moves nothing, is said once by a screen reader, closes with
 * its button or Escape and does not come back. Whatever has the focus is scrolled clear of it.
 */
import { openStorage, siteId, words } from '../browser/study.ts';
import { type Hint, isHintWanted, NO_HINTS, withoutHint } from '../domain/hint.ts';
import { createElement } from './element.ts';

const KEY = `${siteId}:hints`;
let shown: { readonly hint: Hint; readonly element: HTMLElement; readonly back: HTMLElement } | undefined;

/**
 * Whether the reader is new, and has not dismissed it.
 * @param isFirst whether what the study document holds, if anything, was recorded just now
 */
export function wantsHint(hint: Hint, isFirst = false): boolean {
  const storage = openStorage();
  const noted = storage.getItem(KEY);
  const records = ['device', 'outbox', ...(isFirst ? [] : ['study'])];
  const isRecorded = records.some((name) => storage.getItem(`${siteId}:${name}`) !== null);
  const isWanted = isHintWanted(hint, noted, isRecorded);
  if (noted === null) note(isWanted ? '' : NO_HINTS);
  // Where nothing is kept, each would come again on every page.
  return isWanted && storage.getItem(KEY) !== null;
}

/**
 * @param before what it stands behind in the page, so that Tab leads to it next
 * @param back gets the focus when the hint had it and closes
 */
export function showHint(hint: Hint, before: Element, back: HTMLElement, ...text: readonly (string | Node)[]): void {
  if (shown !== undefined) dismissHint(shown.hint);
  const button = createElement('button', { type: 'button' }, words.close);
  const said = createElement('span', { role: 'status' });
  const element = createElement(
    'div',
    { class: 'study-preview study-hint not-content', popover: 'manual' },
    said,
    button,
  );
  element.lang = document.documentElement.lang;
  Object.assign(element.style, { inset: 'auto 0.5rem 0.5rem auto' });
  button.addEventListener('click', () => dismissHint(hint));
  before.after(element);
  element.showPopover();
  // What changes in a region that is there is said; what comes with it is not.
  said.append(...text);
  document.documentElement.style.scrollPaddingBlockEnd = `${element.offsetHeight + 32}px`;
  shown = { hint, element, back };
}

/** Also where the reader did what it speaks of. */
export function dismissHint(hint: Hint): void {
  note(withoutHint(openStorage().getItem(KEY) ?? '', hint));
  if (shown?.hint !== hint) return;
  const { element, back } = shown;
  shown = undefined;
  // The focus leaves before the hint does: an element that is removed while it has the focus drops it to the page's start.
  if (element.contains(document.activeElement)) back.focus();
  element.remove();
  document.documentElement.style.scrollPaddingBlockEnd = '';
}

function note(text: string): void {
  try {
    openStorage().setItem(KEY, text);
  } catch {
    // Full or forbidden: then it comes again.
  }
}

addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented || shown === undefined) return;
  if (document.querySelector('dialog[open]') === null) dismissHint(shown.hint);
});
