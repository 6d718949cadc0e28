/** The minutes of this week, for a page that shows no more of the log. Loaded on demand. */
import { readClock } from '../browser/clock.ts';
import { openLog } from '../browser/study.ts';
import { startOfWeek } from '../domain/calendar-day.ts';
import { formatMinutes } from '../domain/duration.ts';
import { learningDay } from '../domain/learning-day.ts';
import { minutesByDay, summarizeWeek, type WeekSummary } from '../domain/statistics.ts';
import { fill } from './page-words.ts';

/** @param target in minutes */
export async function readWeek(target: number): Promise<WeekSummary> {
  const today = learningDay(readClock());
  const log = await (await openLog()).read(startOfWeek(today));
  return summarizeWeek(minutesByDay(log), today, target);
}

/** @param words with `{minutes}` and `{target}` */
export function describeWeek({ minutes, target }: WeekSummary, words: string): string {
  return fill(words, { minutes: formatMinutes(minutes), target: formatMinutes(target) });
}
