/** Says once, with the first thing that a reader does, where it is kept and how to make it safe. */
import { store, words } from '../browser/study.ts';
import { createElement } from './element.ts';
import { dismissHint, showHint, wantsHint } from './hint.ts';

const FIRST = '.study-item:not([data-state="open"]) input';

/** @param control what was used, the first thing that is ticked unless it is named; gets the focus back */
export function hintKept(control = document.querySelector<HTMLElement>(FIRST)): void {
  // Where nothing is kept, that is said already.
  if (store.problem.get() !== undefined || control === null || !wantsHint('kept', true)) return;
  const { home = '/' } = document.getElementById('study-words')?.dataset ?? {};
  const link = createElement('a', { href: `${home}progress/#backup` }, words.backup);
  link.addEventListener('click', () => dismissHint('kept'));
  showHint('kept', control, control, words.kept, ' ', link);
}
