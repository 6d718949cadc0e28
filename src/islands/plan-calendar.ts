/** The study days of a plan as a calendar file: one all-day event each, which keeps its id when the plan is made anew. */
import { createEvents, type EventAttributes } from 'ics';
import { addDays } from '../domain/calendar-day.ts';
import type { ScheduledDay } from '../domain/schedule.ts';
import type { StageFacts } from './plan-days.ts';

export interface CalendarOptions {
  readonly stages: readonly StageFacts[];
  /** Of the roadmap. */
  readonly title: string;
  readonly roadmap: string;
  /** Address of the roadmap's page. */
  readonly page: string;
}

/** @throws {Error} where the library refuses an event, with its reason */
export function createCalendar(days: readonly ScheduledDay[], options: CalendarOptions): string {
  const { error, value } = createEvents(days.map((day) => createEvent(day, options)));
  if (error || !value) throw new Error('the calendar could not be written', { cause: error });
  return value;
}

function createEvent(
  { date, stage, part, parts }: ScheduledDay,
  { stages, title, roadmap, page }: CalendarOptions,
): EventAttributes {
  const name = stages.find(({ id }) => id === stage)?.title ?? stage;
  return {
    uid: `${roadmap}-${stage}-${part}@${new URL(page).host}`,
    title: parts > 1 ? `${name} (${part}/${parts})` : name,
    description: title,
    url: `${page}#stage-${stage}`,
    start: toParts(date),
    end: toParts(addDays(date, 1)),
    productId: 'study-plan/ics',
    calName: title,
    busyStatus: 'FREE',
    transp: 'TRANSPARENT',
  };
}

function toParts(date: string): [year: number, month: number, day: number] {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return [year, month, day];
}
