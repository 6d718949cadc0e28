/** What a newcomer to the review is told: the keys with the first card, and with its answer where it is kept. */
import { dismissHint, showHint, wantsHint } from './hint.ts';
import { hintKept } from './kept-hint.ts';
import { words } from './review-words.ts';

export interface ReviewHints {
  asked(show: HTMLElement): void;
  answered(card: HTMLElement): void;
}

/** To be asked before the log is opened, which leaves a name for this device. */
export function openReviewHints(): ReviewHints | undefined {
  if (!wantsHint('review')) return undefined;
  let state: 'new' | 'asked' | 'over' = 'new';
  return {
    asked(show) {
      // Without a mouse there are hardly keys.
      if (state !== 'new' || show.parentElement === null || matchMedia('(hover: none)').matches) return;
      state = 'asked';
      showHint('review', show.parentElement, show, words.hint ?? '');
    },
    answered(card) {
      if (state === 'over') return;
      state = 'over';
      dismissHint('review');
      hintKept(card);
    },
  };
}
