/** Where the running clock of a note is kept: see domain/phase-timer.ts. */
import { openStorage, siteId } from './study.ts';

export const TIMER_KEY = `${siteId}:timer`;

/** Whether a clock runs on some page, or ran on one that was left. */
export function hasTimer(): boolean {
  try {
    return Boolean(openStorage().getItem(TIMER_KEY));
  } catch {
    return false;
  }
}
