/** What the keys do while a card is shown. A key that a field, a link or a button wants for itself stays theirs. */
import type { Rating } from '../domain/review/card-event.ts';

export type ReviewAction = 'show' | 'undo' | 'bury' | 'suspend' | 'lesson' | 'edit' | 'help' | Rating;

const KEYS: Readonly<Record<string, ReviewAction>> = {
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  u: 'undo',
  '-': 'bury',
  '@': 'suspend',
  l: 'lesson',
  e: 'edit',
  '?': 'help',
};

/** @param isShown whether the answer is: then Space and Enter say good */
export function actionOf(event: KeyboardEvent, isShown: boolean): ReviewAction | undefined {
  if (event.ctrlKey || event.metaKey || event.isComposing) return undefined;
  // On some keyboards `@` is typed with Alt.
  if (event.altKey && event.key !== '@') return undefined;
  const { target } = event;
  const isField = target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
  if (isField) return event.key === 'Enter' && !isShown ? 'show' : undefined;
  if (event.key === ' ' || event.key === 'Enter') {
    if (target instanceof HTMLElement && target.closest('a, button, summary, dialog')) return undefined;
    return isShown ? 3 : 'show';
  }
  return KEYS[event.key.toLowerCase()];
}
