/** Draws the days of a plan, as a list or as weeks with a column for each weekday. */
import { addDays, countDays, startOfWeek, WEEKDAYS } from '../domain/calendar-day.ts';
import type { ScheduledDay } from '../domain/schedule.ts';

/** A stage of the roadmap with what the plan needs of it. */
export interface StageFacts {
  readonly id: string;
  readonly title: string;
  readonly hours: number;
  /** Keys of its items in the reader's record. */
  readonly items: readonly string[];
}

export type PlanView = 'list' | 'weeks';

export interface DaysOptions {
  readonly stages: readonly StageFacts[];
  /** Ids of the stages that are done. */
  readonly done: readonly string[];
  readonly today: string;
  readonly view: PlanView;
  readonly words: Readonly<Record<string, string>>;
  readonly lang: string;
}

export function renderDays(days: readonly ScheduledDay[], options: DaysOptions): HTMLElement {
  return options.view === 'weeks' ? renderWeeks(days, options) : renderList(days, options);
}

function renderList(days: readonly ScheduledDay[], options: DaysOptions): HTMLElement {
  const format = new Intl.DateTimeFormat(options.lang, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const list = document.createElement('ol');
  for (const day of days) {
    const item = document.createElement('li');
    const time = document.createElement('time');
    time.dateTime = day.date;
    time.textContent = format.format(new Date(day.date));
    item.dataset.state = stateOf(day, options);
    if (day.date === options.today) item.setAttribute('aria-current', 'date');
    item.append(time, linkTo(day, options));
    list.append(item);
  }
  return list;
}

function renderWeeks(days: readonly ScheduledDay[], options: DaysOptions): HTMLElement {
  const table = document.createElement('table');
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return table;
  const byDate = new Map(days.map((day) => [day.date, day]));
  const start = startOfWeek(first.date);
  const weekday = new Intl.DateTimeFormat(options.lang, { weekday: 'short', timeZone: 'UTC' });
  const number = new Intl.DateTimeFormat(options.lang, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const head = table.createTHead().insertRow();
  for (const [index] of WEEKDAYS.entries()) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = weekday.format(new Date(addDays(start, index)));
    head.append(cell);
  }
  const body = table.createTBody();
  const weeks = Math.floor(countDays(start, last.date) / 7) + 1;
  for (let week = 0; week < weeks; week += 1) {
    const row = body.insertRow();
    for (const [index] of WEEKDAYS.entries()) {
      const date = addDays(start, week * 7 + index);
      const cell = row.insertCell();
      const time = document.createElement('time');
      time.dateTime = date;
      time.textContent = number.format(new Date(date));
      cell.append(time);
      if (date === options.today) cell.setAttribute('aria-current', 'date');
      const day = byDate.get(date);
      if (day === undefined) continue;
      cell.dataset.state = stateOf(day, options);
      cell.append(linkTo(day, options));
    }
  }
  return table;
}

/** Says of a day that is done, or passed undone, which it is: a color alone would not. */
function linkTo(day: ScheduledDay, options: DaysOptions): HTMLAnchorElement {
  const { stage, part, parts } = day;
  const { stages, words } = options;
  const link = document.createElement('a');
  link.href = `#stage-${stage}`;
  const title = stages.find(({ id }) => id === stage)?.title ?? stage;
  const progress = parts > 1 ? ` (${part}/${parts})` : '';
  const said = { done: ` ✓ ${words.done ?? ''}`, late: ` ○ ${words.open ?? ''}`, open: '' };
  link.textContent = `${title}${progress}${said[stateOf(day, options)]}`;
  return link;
}

function stateOf({ date, stage }: ScheduledDay, { done, today }: DaysOptions): 'done' | 'late' | 'open' {
  if (done.includes(stage)) return 'done';
  return date < today ? 'late' : 'open';
}
