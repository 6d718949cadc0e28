/** What a plan says to do next. */
import type { ScheduledDay } from './schedule.ts';

export type NextStep =
  /** A study day of today, or one that has passed: the earliest whose stage is not done. */
  | { readonly kind: 'today' | 'late' | 'later'; readonly day: ScheduledDay }
  /** Every stage of the plan is done. */
  | { readonly kind: 'finished' };

/**
 * @param days in order
 * @param today as a calendar day
 */
export function findNextStep(
  days: readonly ScheduledDay[],
  isDone: (stage: string) => boolean,
  today: string,
): NextStep {
  const open = days.filter(({ stage }) => !isDone(stage));
  const due = open.find(({ date }) => date === today);
  if (due !== undefined) return { kind: 'today', day: due };
  // A stage of several days is late once its last day has passed, not while it goes on.
  const late = open.findLast(({ date }) => date < today);
  const next = open.find(({ date }) => date > today);
  if (late !== undefined && next?.stage !== late.stage) return { kind: 'late', day: open[0] ?? late };
  return next === undefined ? { kind: 'finished' } : { kind: 'later', day: next };
}
