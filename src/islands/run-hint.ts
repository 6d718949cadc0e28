/** Says once what the buttons of a block of code are for, when the first of a note has come into view. */
import { RUNNER_FILES_ID } from '../browser/runners/runner-files.ts';
import { dismissHint, showHint, wantsHint } from './hint.ts';
import { readDataOfPage, type Words } from './page-words.ts';

export function watchFirstBlock(): void {
  const block = document.querySelector('study-run');
  if (block === null || !wantsHint('run')) return;
  const { words } = readDataOfPage<{ readonly words: Words }>(RUNNER_FILES_ID);
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-run="run"]')) dismissHint('run');
  });
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      const button = block.querySelector<HTMLElement>('[data-run="run"]');
      if (button?.parentElement) showHint('run', button.parentElement, button, words.hint ?? '');
    },
    // Not with its first line, which may still scroll by.
    { rootMargin: '0px 0px -40% 0px' },
  );
  observer.observe(block);
}
