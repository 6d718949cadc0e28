/**
 * `<study-plan>`: lays a roadmap on the reader's own days. The form is the server's; this reads and saves it, shows the
 * days that come of it as a list or by weeks, and offers the calendar file.
 */
import { store } from '../browser/study.ts';
import { WEEKDAYS, type Weekday } from '../domain/calendar-day.ts';
import { countProgress } from '../domain/progress.ts';
import { findLate, type PlanChoices, replan, type ScheduledDay, schedule } from '../domain/schedule.ts';
import { planOf, withPlan } from '../domain/study-plan.ts';
import { today } from './local-day.ts';
import { fill, readData } from './page-words.ts';
import { type PlanView, renderDays, type StageFacts } from './plan-days.ts';

/** What the server writes into the page. */
interface PlanData {
  readonly roadmap: string;
  readonly title: string;
  readonly stages: readonly StageFacts[];
  readonly words: Readonly<Record<string, string>>;
}

class StudyPlan extends HTMLElement {
  readonly #data = readData<PlanData>(this);
  readonly #form = this.querySelector('form');
  #daysOff: readonly string[] = [];
  #finished: readonly string[] = [];
  #view: PlanView = 'list';

  connectedCallback(): void {
    const form = this.#form;
    if (form === null) return;
    store.study.subscribe(() => this.#read());
    form.addEventListener('input', () => this.#show());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#save(this.#choices());
    });
    this.#on('add-day-off', () => this.#addDayOff());
    this.#on('give-up', () => this.#giveUp());
    this.#on('replan', () => {
      this.#save(replan(this.#choices(), today(), this.#doneStages()));
      // The button is gone with what it was for.
      this.querySelector<HTMLElement>('.study-plan-days')?.focus();
    });
    this.#on('calendar', () => void this.#download());
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.name !== 'view') return;
      this.#view = target.value === 'weeks' ? 'weeks' : 'list';
      this.#show();
    });
    this.toggleAttribute('data-ready', true);
  }

  /** Fills the form from the plan, unless it is of another roadmap. */
  #read(): void {
    const plan = planOf(store.study.get());
    const own = plan?.roadmap === this.#data.roadmap ? plan : undefined;
    this.toggleAttribute('data-planned', own !== undefined);
    this.toggleAttribute('data-elsewhere', plan !== undefined && own === undefined);
    if (own !== undefined) {
      this.#field('startDate').value = own.startDate;
      this.#field('hoursPerDay').value = String(own.hoursPerDay);
      for (const day of WEEKDAYS) this.#field(`day-${day}`).checked = own.studyDays.includes(day);
      this.#daysOff = own.daysOff;
      this.#finished = own.finished;
    } else if (this.#field('startDate').value === '') this.#field('startDate').value = today();
    this.#show();
  }

  #choices(): PlanChoices {
    return {
      startDate: this.#field('startDate').value,
      hoursPerDay: Number(this.#field('hoursPerDay').value),
      studyDays: WEEKDAYS.filter((day: Weekday) => this.#field(`day-${day}`).checked),
      daysOff: this.#daysOff,
      finished: this.#finished,
    };
  }

  #save(choices: PlanChoices): void {
    store.update((study, now) => withPlan(study, { roadmap: this.#data.roadmap, ...choices }, now));
    this.querySelector('details')?.setAttribute('open', '');
    this.#say(this.#data.words.saved ?? '');
  }

  #giveUp(): void {
    store.update((study, now) => withPlan(study, null, now));
    this.#daysOff = [];
    this.#finished = [];
    this.#show();
    this.#say(this.#data.words.gone ?? '');
    this.querySelector<HTMLElement>('[type="submit"]')?.focus();
  }

  #addDayOff(): void {
    const field = this.#field('dayOff');
    if (field.value === '') return;
    this.#daysOff = [...new Set([...this.#daysOff, field.value])].sort();
    field.value = '';
    this.#show();
  }

  /** The days as they would be with what the form says now. */
  #show(): void {
    const days = schedule(this.#data.stages, this.#choices());
    const done = this.#doneStages();
    const late = findLate(days, (stage) => done.includes(stage), today());
    const { words, stages } = this.#data;
    this.querySelector('.study-plan-days')?.replaceChildren(
      renderDays(days, { stages, done, today: today(), view: this.#view, words, lang: document.documentElement.lang }),
    );
    this.toggleAttribute('data-late', late.length > 0);
    this.#text('.study-plan-sum', this.#summarize(days));
    this.#text('.study-plan-late', fill(words.late ?? '', { count: String(late.length) }));
    this.#showDaysOff();
  }

  #summarize(days: readonly ScheduledDay[]): string {
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return this.#data.words.empty ?? '';
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeZone: 'UTC' });
    return fill(this.#data.words.sum ?? '', {
      count: String(days.length),
      from: format.format(new Date(first.date)),
      to: format.format(new Date(last.date)),
    });
  }

  #showDaysOff(): void {
    const buttons = this.#daysOff.map((day) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = `${day} ×`;
      button.setAttribute('aria-label', fill(this.#data.words.removeDayOff ?? '', { day }));
      button.addEventListener('click', () => {
        this.#daysOff = this.#daysOff.filter((other) => other !== day);
        this.#show();
        this.#field('dayOff').focus();
      });
      return button;
    });
    this.querySelector('.study-plan-off')?.replaceChildren(...buttons);
  }

  #doneStages(): string[] {
    const { ticks } = store.study.get();
    const isDone = ({ items }: StageFacts) => {
      const { done, total } = countProgress(items, ticks);
      return items.length > 0 && done === total;
    };
    return this.#data.stages.filter(isDone).map(({ id }) => id);
  }

  /** The library that writes calendar files is loaded only when somebody wants one. */
  async #download(): Promise<void> {
    const { createCalendar } = await import('./plan-calendar.ts');
    const { roadmap, title, stages } = this.#data;
    const days = schedule(stages, this.#choices());
    const text = createCalendar(days, { stages, title, roadmap, page: location.href.split('#')[0] ?? '' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
    link.download = `${roadmap}.ics`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  #field(name: string): HTMLInputElement {
    const field = this.#form?.elements.namedItem(name);
    return field instanceof HTMLInputElement ? field : document.createElement('input');
  }

  #on(action: string, listener: () => void): void {
    this.querySelector(`[data-action="${action}"]`)?.addEventListener('click', listener);
  }

  #say(text: string): void {
    this.#text('.study-plan-said', text);
  }

  #text(selector: string, text: string): void {
    const element = this.querySelector(selector);
    if (element) element.textContent = text;
  }
}

customElements.define('study-plan', StudyPlan);
