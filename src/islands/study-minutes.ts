/** `<study-minutes>`: minutes of this week and a picture of the last year, with the weeks as a table for those who cannot see it. */

import { readClock } from '../browser/storage/page-stores.ts';
import { openLog } from '../browser/study.ts';
import { listEvents } from '../domain/event-log.ts';
import { learningDay } from '../domain/learning-day.ts';
import { createHeatmap, type HeatDay, minutesByDay, minutesByWeek, summarizeWeek } from '../domain/statistics.ts';

const SIZE = 11;
const STEP = 14;
const SVG = 'http://www.w3.org/2000/svg';

class StudyMinutes extends HTMLElement {
  connectedCallback(): void {
    void this.#show();
  }

  async #show(): Promise<void> {
    const days = minutesByDay(listEvents(await (await openLog()).read()));
    const today = learningDay(readClock());
    this.hidden = days.size === 0;
    const week = this.querySelector('.study-minutes-week');
    const { minutes } = summarizeWeek(days, today, 0);
    if (week) week.textContent = (this.dataset.words ?? '').replace('{minutes}', String(Math.round(minutes)));
    this.querySelector('.study-minutes-picture')?.replaceChildren(drawHeatmap(createHeatmap(days, today)));
    const rows = [...minutesByWeek(days)]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([start, sum]) => {
        const row = document.createElement('tr');
        for (const text of [start, String(Math.round(sum))])
          row.append(Object.assign(document.createElement('td'), { textContent: text }));
        return row;
      });
    this.querySelector('tbody')?.replaceChildren(...rows);
  }
}

/** A column for each week; a darker square is a longer day. */
function drawHeatmap(weeks: readonly (readonly HeatDay[])[]): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${weeks.length * STEP} ${7 * STEP}`);
  svg.setAttribute('aria-hidden', 'true');
  for (const [column, days] of weeks.entries()) {
    for (const [row, { day, minutes, level }] of days.entries()) {
      const square = document.createElementNS(SVG, 'rect');
      for (const [name, value] of Object.entries({
        x: column * STEP,
        y: row * STEP,
        width: SIZE,
        height: SIZE,
        rx: 2,
      })) {
        square.setAttribute(name, String(value));
      }
      square.setAttribute('class', `study-heat-${level}`);
      const title = document.createElementNS(SVG, 'title');
      title.textContent = `${day}: ${Math.round(minutes)} min`;
      square.append(title);
      svg.append(square);
    }
  }
  return svg;
}

customElements.define('study-minutes', StudyMinutes);
