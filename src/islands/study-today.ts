/**
 * `<study-today>` on the home page of a returning reader: the next step of the plan, the note that was read last, and this
 * week's minutes beside the reader's target.
 * Nothing is shown that is not so: without a plan there is the way to one.
 */
import { readLastPage } from '../browser/last-page.ts';
import { openStorage, siteId, store } from '../browser/study.ts';
import { findNextStep, type NextStep } from '../domain/next-step.ts';
import { countProgress } from '../domain/progress.ts';
import { schedule } from '../domain/schedule.ts';
import { planOf, type StudyPlan } from '../domain/study-plan.ts';
import { weeklyTargetOf } from '../domain/weekly-target.ts';
import { today } from './local-day.ts';

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
  readonly roadmaps: readonly RoadmapFacts[];
  readonly words: Readonly<Record<string, string>>;
}

class StudyToday extends HTMLElement {
  readonly #data: TodayData = JSON.parse(this.querySelector('script')?.textContent ?? '{}');

  connectedCallback(): void {
    store.study.subscribe(() => this.#show());
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
    void this.#showWeek();
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
      stage === undefined ? '' : words.replace('{done}', String(done)).replace('{total}', String(total)),
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
    return word.replace('{date}', format.format(new Date(step.day.date)));
  }

  #text(selector: string, text: string): void {
    const element = this.querySelector(selector);
    if (element) element.textContent = text;
  }
}

customElements.define('study-today', StudyToday);
