/** Says once what the buttons of a block of code are for, when the first of a note has come into view. */
import { dismissHint, showHint, wantsHint } from './hint.ts';

export function watchFirstBlock(block: HTMLElement, text: string): void {
  if (!wantsHint('run')) return;
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-run="run"]')) dismissHint('run');
  });
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      const button = block.querySelector<HTMLElement>('[data-run="run"]');
      if (button?.parentElement) showHint('run', button.parentElement, button, text);
    },
    // Not with its first line, which may still scroll by.
    { rootMargin: '0px 0px -40% 0px' },
  );
  observer.observe(block);
}
