/**
 * `<study-today>` on the home page of a returning reader: the next step of the plan, the cards that are due, what an
 * interview has shown that they have to go over, the note that was read last, and this week's minutes beside the target.
 * Nothing is shown that is not so: without a plan there is the way to one.
 */
import { readLastPage } from '../browser/last-page.ts';
import { openStorage, siteId, store } from '../browser/study.ts';
import { focusOf, withoutFocus } from '../domain/focus.ts';
import { findNextStep, type NextStep } from '../domain/next-step.ts';
import { countProgress } from '../domain/progress.ts';
import { schedule } from '../domain/schedule.ts';
import { planOf, type StudyPlan } from '../domain/study-plan.ts';
import { weeklyTargetOf } from '../domain/weekly-target.ts';
import { createElement } from './element.ts';
import { today } from './local-day.ts';
import { fill, readData } from './page-words.ts';

interface RoadmapFacts {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly stages: readonly {
    readonly id: string;
    readonly title: string;
    readonly hours: number;
    readonly items: readonly string[];
  }[];
}

interface TodayData {
  /** Of every note its id, title, address and deck, `''` where it has none. */
  readonly notes: readonly (readonly [id: string, title: string, href: string, deck: string, lang: string])[];
  /** Address of the decks, where there are any. */
  readonly cards?: string;
  readonly roadmaps: readonly RoadmapFacts[];
  readonly words: Readonly<Record<string, string>>;
}

class StudyToday extends HTMLElement {
  readonly #data = readData<TodayData>(this);

  connectedCallback(): void {
    store.study.subscribe(() => this.#show());
    if (getComputedStyle(this).display !== 'none') void this.#showCards();
    const last = readLastPage(siteId, openStorage());
    const link = this.querySelector<HTMLAnchorElement>('[data-today="last"] a');
    if (link && last) {
      link.href = last.href;
      link.textContent = last.title;
    }
    document.documentElement.toggleAttribute('data-study-read', last !== undefined);
    // A page that comes back from the back/forward cache has missed what was studied meanwhile.
    addEventListener('pageshow', ({ persisted }) => persisted && void this.#showWeek());
  }

  #show(): void {
    const plan = planOf(store.study.get());
    const roadmap = this.#data.roadmaps.find(({ id }) => id === plan?.roadmap);
    document.documentElement.toggleAttribute('data-study-planned', plan !== undefined && roadmap !== undefined);
    if (plan !== undefined && roadmap !== undefined) this.#showStep(plan, roadmap);
    this.#showFocus();
    void this.#showWeek();
  }

  /** Each with the way to it and to its cards, until the reader says that it is done. */
  #showFocus(): void {
    const { notes, words } = this.#data;
    const row = this.querySelector<HTMLElement>('[data-today="focus"]');
    const focus = focusOf(store.study.get());
    const wanted = notes.filter(([id]) => focus.includes(id)).sort(([a], [b]) => focus.indexOf(a) - focus.indexOf(b));
    document.documentElement.toggleAttribute('data-study-focus', wanted.length > 0);
    const items = wanted.map(([id, title, href, deck, lang]) => {
      const link = createElement('a', { href, lang }, title);
      const review = row?.dataset.review;
      const cards = createElement('a', { href: `${review}?deck=${encodeURIComponent(deck)}` }, words.focusCards ?? '');
      const done = createElement(
        'button',
        { type: 'button', 'aria-label': fill(words.focusDone ?? '', { title }) },
        '\u2713',
      );
      done.addEventListener('click', () => {
        store.update((study, now) => withoutFocus(study, id, now));
        row?.querySelector('button')?.focus();
      });
      return createElement('li', {}, link, ...(deck === '' || review === undefined ? [] : [' ', cards]), ' ', done);
    });
    row?.querySelector('ul')?.replaceChildren(...items);
  }

  /** A first visitor, who does not see it, loads none of it. */
  async #showCards(): Promise<void> {
    const { words, cards } = this.#data;
    if (cards === undefined) return;
    const { followCards } = await import('./due-cards.ts');
    await followCards(cards, ({ due }) => {
      const text = due > 0 ? fill(words.cards ?? '', { count: String(due) }) : (words.noCards ?? '');
      this.#text('[data-today="due"]', text);
      this.querySelector('[data-today="due"]')?.toggleAttribute('data-ready', true);
    }).catch((error: unknown) => console.error('The cards could not be counted:', error));
  }

  /** The row takes its place at once; its number comes when the log was read. */
  async #showWeek(): Promise<void> {
    const target = weeklyTargetOf(store.study.get())?.minutes;
    document.documentElement.toggleAttribute('data-study-target', target !== undefined);
    if (target === undefined) return;
    const { describeWeek, readWeek } = await import('./week-minutes.ts');
    const week = await readWeek(target);
    const row = this.querySelector<HTMLElement>('[data-today="week"]');
    const link = row?.querySelector('a');
    if (link) link.textContent = describeWeek(week, this.#data.words.week ?? '');
    row?.style.setProperty('--study-done', String(week.share));
  }

  #showStep(plan: StudyPlan, roadmap: RoadmapFacts): void {
    const { ticks } = store.study.get();
    const progressOf = (stage: string) => {
      const items = roadmap.stages.find(({ id }) => id === stage)?.items ?? [];
      return countProgress(items, ticks);
    };
    const step = findNextStep(
      schedule(roadmap.stages, plan),
      (stage) => progressOf(stage).done === progressOf(stage).total,
      today(),
    );
    const link = this.querySelector<HTMLAnchorElement>('[data-today="plan"] a');
    if (link === null) return;
    const stage = step.kind === 'finished' ? undefined : step.day.stage;
    link.href = stage === undefined ? roadmap.href : `${roadmap.href}#stage-${stage}`;
    link.textContent = roadmap.stages.find(({ id }) => id === stage)?.title ?? roadmap.title;
    this.#text('[data-today="when"]', this.#describe(step));
    const { done, total } = stage === undefined ? { done: 0, total: 0 } : progressOf(stage);
    const words = this.#data.words.progress ?? '';
    this.#text(
      '[data-today="count"]',
      stage === undefined ? '' : fill(words, { done: String(done), total: String(total) }),
    );
  }

  #describe(step: NextStep): string {
    const word = this.#data.words[step.kind] ?? '';
    if (step.kind !== 'later') return word;
    const format = new Intl.DateTimeFormat(document.documentElement.lang, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
    return fill(word, { date: format.format(new Date(step.day.date)) });
  }

  #text(selector: string, text: string): void {
    const element = this.querySelector(selector);
    if (element) element.textContent = text;
  }
}

customElements.define('study-today', StudyToday);
