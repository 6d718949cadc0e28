/** `<study-week>`: the minutes of this week beside what the reader wants to study in one, and the form to say so. */

import { readClock } from '../browser/clock.ts';
import { followLog } from '../browser/page-log.ts';
import { store } from '../browser/study.ts';
import { formatMinutes } from '../domain/duration.ts';
import { learningDay } from '../domain/learning-day.ts';
import { minutesByDay, summarizeWeek } from '../domain/statistics.ts';
import { suggestTarget, weeklyTargetOf, withWeeklyTarget } from '../domain/weekly-target.ts';
import { fill, readData, type Words } from './page-words.ts';

const HOUR = 60;

class StudyWeek extends HTMLElement {
  readonly #words = readData<Words>(this);
  #minutes: number | undefined;

  connectedCallback(): void {
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      const hours = Number(this.querySelector('input')?.value);
      this.#save(Number.isFinite(hours) ? hours * HOUR : 0);
    });
    this.querySelector('[data-action="follow"]')?.addEventListener('click', () => {
      this.#save(null);
      // The button is gone.
      this.querySelector('input')?.focus();
    });
    followLog('year').subscribe((log) => {
      if (log === undefined) return;
      this.#minutes = summarizeWeek(minutesByDay(log), learningDay(readClock()), 0).minutes;
      this.#show();
    });
    store.study.subscribe(() => {
      this.#show();
      this.#showForm();
    });
    this.toggleAttribute('data-ready', true);
  }

  #save(minutes: number | null): void {
    const isSaved = store.update((study, now) => withWeeklyTarget(study, minutes, now));
    this.#text('[role="status"]', this.#words[isSaved ? 'saved' : 'notSaved'] ?? '');
  }

  #show(): void {
    if (this.#minutes === undefined) return;
    const target = weeklyTargetOf(store.study.get())?.minutes ?? 0;
    const minutes = formatMinutes(this.#minutes);
    const sum = fill(this.#words.sum ?? '', { minutes, target: formatMinutes(target) });
    this.#text('[data-week="sum"]', target > 0 ? sum : minutes);
    this.style.setProperty('--study-done', String(target > 0 ? Math.min(1, this.#minutes / target) : 0));
    this.toggleAttribute('data-target', target > 0);
  }

  #showForm(): void {
    const study = store.study.get();
    const target = weeklyTargetOf(study);
    const suggested = suggestTarget(study);
    const input = this.querySelector('input');
    if (input && document.activeElement !== input) input.value = target ? String(target.minutes / HOUR) : '';
    const plan = suggested === undefined ? '' : formatMinutes(suggested);
    this.#text('[data-week="plan"]', plan && fill(this.#words.plan ?? '', { target: plan }));
    this.toggleAttribute('data-other', suggested !== undefined && target?.minutes !== suggested);
  }

  #text(selector: string, text: string): void {
    const element = this.querySelector(selector);
    if (element && element.textContent !== text) element.textContent = text;
  }
}

customElements.define('study-week', StudyWeek);
