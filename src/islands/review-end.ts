/** What is said when a session is over: what was done today, and what comes next. */
import { countDay, type Moment } from '../domain/learning-day.ts';
import type { QueueCard } from '../domain/review/queue.ts';
import { type CardStates, isLeech } from '../domain/review/replay.ts';
import { forecastDue } from '../domain/review/review-statistics.ts';
import type { Session } from '../domain/review/session.ts';
import { fill } from './page-words.ts';
import { sayTime, words } from './review-words.ts';

/** @param cards every question of the site */
export function describeEnd({ work, queue, states }: Session, cards: readonly QueueCard[], now: Moment): string[] {
  const names = [...work.answered];
  const today = countDay(now);
  const kept = names.filter((name) => (states.get(name)?.memory?.dueDay ?? 0) > today).length;
  const [, tomorrow] = forecastDue(cards, states, today, 2);
  const waiting = queue.waiting[0];
  const left = queue.review.length + queue.fresh.length + queue.learning.length;
  const leeches = countLeeches(names, states);
  return [
    names.length === 0
      ? (words.endNothing ?? '')
      : fill(words.endToday ?? '', {
          cards: String(names.length),
          fresh: String(work.introduced),
          kept: String(kept),
        }),
    ...(left > 0 ? [fill(words.endLeft ?? '', { count: String(left) })] : []),
    ...(waiting
      ? [fill(words.endWaiting ?? '', { count: String(queue.waiting.length), time: sayTime(waiting.due) })]
      : []),
    fill(words.endTomorrow ?? '', { count: String(tomorrow?.count ?? 0) }),
    ...(leeches > 0 ? [fill(words.endLeeches ?? '', { count: String(leeches) })] : []),
  ];
}

/** Cards that are suspended because they were forgotten too often. */
function countLeeches(names: readonly string[], states: CardStates): number {
  return names.filter((name) => {
    const state = states.get(name);
    return state?.isSuspended && isLeech(state);
  }).length;
}
