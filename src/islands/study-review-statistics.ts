/** `<study-review-statistics>`: how the reviews go, of all decks or one. Computed when the reader opens it. */

import { readClock } from '../browser/clock.ts';
import type { Review } from '../browser/review.ts';
import type { ReviewDecks } from '../browser/review-decks.ts';
import { countDay, nameDay } from '../domain/learning-day.ts';
import type { CardEvent } from '../domain/review/card-event.ts';
import {
  AGES,
  type Answer,
  type Collection,
  countButtons,
  countCollection,
  forecastDue,
  listAnswers,
  measureRetention,
  type Retention,
  sumDays,
} from '../domain/review/review-statistics.ts';
import { createHeatmap } from '../domain/statistics.ts';
import { createElement } from './element.ts';
import { drawBars, drawHeatmap } from './heatmap.ts';
import { fill } from './page-words.ts';
import { sayDay, sayMinutes, sayPercent, saySeconds, words } from './review-words.ts';
import './study-review.ts';
import type { StudyReview } from './study-review.ts';

const FORECAST_DAYS = 30;
const RETENTION_DAYS = 30;
/** Fewest answers of the shades 1 to 4. */
const LEVELS = [0, 20, 50, 100];

interface Facts {
  readonly decks: ReviewDecks;
  readonly review: Review;
  readonly events: readonly CardEvent[];
}

class StudyReviewStatistics extends HTMLElement {
  #facts: Facts | undefined;

  connectedCallback(): void {
    const details = this.querySelector('details');
    details?.addEventListener('toggle', () => {
      if (details.open) void this.#open();
    });
    this.querySelector('select')?.addEventListener('change', () => this.#show());
  }

  async #open(): Promise<void> {
    const opened = document.querySelector<StudyReview>('study-review')?.opened;
    if (opened === undefined) {
      document.addEventListener('study-review-open', () => void this.#open(), { once: true });
      return;
    }
    this.#facts = { ...opened, events: await opened.review.readAll() };
    this.#fillDecks(opened.decks);
    this.#show();
    this.toggleAttribute('data-ready', true);
  }

  #fillDecks({ decks }: ReviewDecks): void {
    const select = this.querySelector('select');
    if (select && select.options.length === 1) select.append(...decks.map(({ id, title }) => new Option(title, id)));
  }

  #show(): void {
    if (this.#facts === undefined) return;
    const { decks, review, events } = this.#facts;
    const deck = this.querySelector('select')?.value ?? '';
    const cards = decks.cards.filter((card) => deck === '' || card.deck === deck);
    const names = new Set(cards.map(({ name }) => name));
    const all = listAnswers(events, decks.former);
    const answers = deck === '' ? all : all.filter(({ name }) => names.has(name));
    const { states } = review.session.get();
    const today = countDay(readClock());
    this.#fill('collection', this.#createCollection(countCollection(cards, states)));
    this.#fill('forecast', ...this.#createForecast(forecastDue(cards, states, today, FORECAST_DAYS)));
    this.#fill('heatmap', ...this.#createHeatmap(answers, nameDay(today)));
    this.#fill('retention', this.#createRetention(answers, today));
    this.#fill('buttons', this.#createButtons(answers));
    this.#fill('time', ...this.#createTime(answers));
    const frame = this.querySelector('[data-statistic="heatmap"] .study-minutes-picture');
    frame?.scrollTo({ left: frame.scrollWidth, behavior: 'instant' });
  }

  #createCollection(counts: Collection): HTMLElement {
    const entries = Object.entries(counts);
    return createTable(
      entries.map(([name]) => say(`kind.${name}`)),
      [entries.map(([, count]) => String(count))],
    );
  }

  #createForecast(days: readonly { readonly day: string; readonly count: number }[]): Node[] {
    const rows = days.map(({ day, count }) => [sayDay(day), String(count)]);
    const sum = days.reduce((total, { count }) => total + count, 0);
    const label = fill(say('stat.forecastSum'), { count: String(sum) });
    const bars = days.map(({ day, count }) => ({ value: count, text: `${sayDay(day)}: ${count}` }));
    return [
      createElement('p', {}, label),
      createPicture(drawBars(bars), say('stat.forecast')),
      this.#createFold([say('stat.day'), say('stat.cards')], rows),
    ];
  }

  #createHeatmap(answers: readonly Answer[], today: string): Node[] {
    const days = sumDays(answers);
    const counts = new Map([...days].map(([day, { answers: count }]) => [day, count]));
    const picture = drawHeatmap(createHeatmap(counts, today, LEVELS), String);
    const rows = [...days].sort(([a], [b]) => (a < b ? 1 : -1)).map(([day, sum]) => [day, String(sum.answers)]);
    return [
      createPicture(picture, say('stat.heatmap')),
      this.#createFold([say('stat.day'), say('stat.answers')], rows),
    ];
  }

  #createRetention(answers: readonly Answer[], today: number): HTMLElement {
    const periods = { month: today - RETENTION_DAYS + 1, all: 0 };
    const rows = Object.entries(periods).map(([name, since]) => {
      const { young, mature } = measureRetention(answers, since);
      const both = { known: young.known + mature.known, total: young.total + mature.total };
      return [say(`stat.${name}`), ...[young, mature, both].map((one) => this.#describe(one))];
    });
    return createTable(['', say('kind.young'), say('kind.mature'), say('stat.both')], rows);
  }

  #describe({ known, total }: Retention): string {
    return total === 0 ? '–' : `${sayPercent(known / total)} (${known}/${total})`;
  }

  #createButtons(answers: readonly Answer[]): HTMLElement {
    const counts = countButtons(answers);
    const rows = AGES.map((age) => {
      const sum = counts[age].reduce((total, count) => total + count, 0);
      const cells = counts[age].map((count) => (sum === 0 ? '0' : `${count} (${sayPercent(count / sum)})`));
      return [say(`kind.${age}`), ...cells];
    });
    return createTable(['', ...[1, 2, 3, 4].map((rating) => say(`rating${rating}`))], rows);
  }

  #createTime(answers: readonly Answer[]): Node[] {
    const days = sumDays(answers);
    const ms = answers.reduce((sum, answer) => sum + answer.ms, 0);
    if (answers.length === 0) return [createElement('p', {}, say('stat.noAnswers'))];
    const text = fill(say('stat.timeSum'), {
      sum: sayMinutes(ms),
      days: String(days.size),
      each: saySeconds(ms / answers.length),
    });
    const rows = [...days].sort(([a], [b]) => (a < b ? 1 : -1)).map(([day, sum]) => [day, sayMinutes(sum.ms)]);
    return [createElement('p', {}, text), this.#createFold([say('stat.day'), say('stat.minutes')], rows)];
  }

  /** The numbers of a picture, for who cannot see it. */
  #createFold(head: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
    const fold = createElement('details', {}, createElement('summary', {}, say('stat.table')));
    fold.addEventListener('toggle', () => fold.querySelector('table') ?? fold.append(createTable(head, rows)));
    return fold;
  }

  #fill(name: string, ...content: readonly Node[]): void {
    this.querySelector(`[data-statistic="${name}"]`)?.replaceChildren(...content);
  }
}

function say(word: string): string {
  return words[word] ?? '';
}

function createTable(head: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  const hasRowHeads = rows.some((cells) => cells.length > 1) && rows.length > 1;
  const headRow = createElement('tr', {}, ...head.map((text) => createHead(text, 'col')));
  const body = rows.map((cells) => {
    const elements = cells.map((text, index) =>
      index === 0 && hasRowHeads ? createHead(text, 'row') : createElement('td', {}, text),
    );
    return createElement('tr', {}, ...elements);
  });
  const table = createElement('table', {}, createElement('thead', {}, headRow), createElement('tbody', {}, ...body));
  return createElement('div', { class: 'study-table', tabindex: '0' }, table);
}

/** A corner without a word is no heading. */
function createHead(text: string, scope: 'col' | 'row'): HTMLElement {
  return text === '' ? createElement('td', {}) : createElement('th', { scope }, text);
}

function createPicture(picture: SVGElement, label: string): HTMLElement {
  return createElement(
    'div',
    { class: 'study-minutes-picture', tabindex: '0', role: 'group', 'aria-label': label },
    picture,
  );
}

customElements.define('study-review-statistics', StudyReviewStatistics);
