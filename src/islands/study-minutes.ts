/**
 * `<study-minutes>`: a picture of the days of the last year and one of its weeks, and the numbers of each as a table for
 * those who cannot see it. Hidden until something was studied.
 */

import { readClock } from '../browser/clock.ts';
import { followLog } from '../browser/page-log.ts';
import { store } from '../browser/study.ts';
import type { EventLog } from '../domain/event-log.ts';
import { learningDay } from '../domain/learning-day.ts';
import { createHeatmap, type Minutes, minutesByDay, minutesByWeek } from '../domain/statistics.ts';
import { weeklyTargetOf } from '../domain/weekly-target.ts';
import { drawHeatmap, drawWeeks } from './heatmap.ts';

class StudyMinutes extends HTMLElement {
  /** Of the last year, for the pictures. */
  #year: Minutes = new Map();
  /** Of all years, for the tables. */
  #days: Minutes = new Map();

  connectedCallback(): void {
    followLog('year').subscribe((log) => log && this.#show(log));
    followLog('all').subscribe((log) => {
      if (log === undefined) return;
      this.#days = minutesByDay(log);
      this.hidden = this.#days.size === 0;
      this.toggleAttribute('data-known', true);
      this.#fill();
    });
    store.study.listen(() => this.#draw());
    for (const name of ['day', 'week']) {
      const details = this.querySelector<HTMLDetailsElement>(`[data-table="${name}"]`);
      details?.addEventListener('toggle', () => this.#fill());
    }
  }

  #show(log: EventLog): void {
    this.#year = minutesByDay(log);
    // Whether there is anything at all, all years will tell.
    if (this.#year.size > 0) this.hidden = false;
    this.#draw();
  }

  #draw(): void {
    const weeks = createHeatmap(this.#year, learningDay(readClock()));
    const target = weeklyTargetOf(store.study.get())?.minutes ?? 0;
    const pictures = { day: drawHeatmap(weeks), week: drawWeeks(weeks, target) };
    for (const [name, picture] of Object.entries(pictures)) {
      const frame = this.querySelector(`[data-picture="${name}"]`);
      frame?.replaceChildren(picture);
      // Where the year is wider than the page, the last weeks are what is looked for.
      frame?.scrollTo({ left: frame.scrollWidth, behavior: 'instant' });
    }
  }

  /** A table of a thousand days is made when it is asked for. */
  #fill(): void {
    const tables = { day: this.#days, week: minutesByWeek(this.#days) };
    for (const [name, minutes] of Object.entries(tables)) {
      const details = this.querySelector<HTMLDetailsElement>(`[data-table="${name}"]`);
      if (details?.open) details.querySelector('tbody')?.replaceChildren(...createRows(minutes));
    }
  }
}

/** The latest first. */
function createRows(minutes: Minutes): HTMLElement[] {
  return [...minutes]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, sum]) => {
      const row = document.createElement('tr');
      const head = Object.assign(document.createElement('th'), { scope: 'row', textContent: day });
      row.append(head, Object.assign(document.createElement('td'), { textContent: String(Math.round(sum)) }));
      return row;
    });
}

customElements.define('study-minutes', StudyMinutes);
