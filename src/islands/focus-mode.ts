/** Nothing but the text: kept from page to page while the tab is open, left with Escape. */
import { siteId } from '../browser/study.ts';

const { dataset } = document.documentElement;
const KEY = `${siteId}:focus`;

/** Where Escape has a meaning of its own. */
const TAKEN = 'dialog[open], :popover-open, details.study-settings[open], [role=menu]';
const WRITTEN_IN = 'input, textarea, select, [contenteditable]';

export function toggleFocus(): void {
  const isOn = !('readingFocus' in dataset);
  if (isOn) dataset.readingFocus = '';
  else delete dataset.readingFocus;
  try {
    if (isOn) sessionStorage.setItem(KEY, 'on');
    else sessionStorage.removeItem(KEY);
  } catch {
    // Blocked: it lasts as long as the page.
  }
  show();
  // The button that was pressed is gone; the other one is where it was.
  const { activeElement } = document;
  if (activeElement !== document.body && activeElement?.checkVisibility()) return;
  document
    .querySelector<HTMLElement>(isOn ? '.study-focus-leave' : '[data-tool=focus]')
    ?.focus({ preventScroll: true });
}

function show(): void {
  document
    .querySelector('[data-tool=focus][aria-pressed]')
    ?.setAttribute('aria-pressed', String('readingFocus' in dataset));
}

addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented || !('readingFocus' in dataset)) return;
  if (document.querySelector(TAKEN) || (event.target instanceof Element && event.target.closest(WRITTEN_IN))) return;
  toggleFocus();
});
show();
