/**
 * `<study-interviews data-part="…">`: the interviews that the reader has held (`history`), how their scores go on (`trend`),
 * or what came of the one that the address names, `?session=…` (`debrief`), or how many there are (`count`).
 */
import { followLog } from '../browser/page-log.ts';
import { findInterviews, type InterviewRecord, scoreOf, totalOf } from '../domain/interview/interview-record.ts';
import { DIMENSIONS, GRADES } from '../domain/interview/rubric.ts';
import { createElement } from './element.ts';
import { type DebriefData, formatDate, formatScore, titleOfInterview } from './interview-data.ts';
import { createDebrief, createTable } from './interview-debrief.ts';
import { fill, readData } from './page-words.ts';

const SVG = 'http://www.w3.org/2000/svg';
const [WIDTH, HEIGHT, EDGE] = [320, 100, 10];
/** Room for the numbers of the lines. */
const LEFT = 18;
const [LEAST, MOST] = [1, 4];

class StudyInterviews extends HTMLElement {
  readonly #data = readData<DebriefData>(this);
  #isShown = false;

  connectedCallback(): void {
    followLog('all').subscribe((log) => log && this.#show(findInterviews(log)));
  }

  #show(records: readonly InterviewRecord[]): void {
    this.toggleAttribute('data-ready', true);
    if (this.dataset.part === 'debrief') return this.#showDebrief(records);
    const held = records.filter(({ answers }) => answers.length > 0);
    if (this.dataset.part === 'count') {
      const text = fill(this.#data.words.held ?? '', { count: String(held.length) });
      return this.querySelector('span')?.replaceChildren(text);
    }
    if (held.length === 0) return;
    const keep = [...this.children].filter((child) => child.localName === 'script');
    this.replaceChildren(...keep, ...(this.dataset.part === 'trend' ? this.#trend(held) : [this.#list(held)]));
  }

  #showDebrief(records: readonly InterviewRecord[]): void {
    const s = new URLSearchParams(location.search).get('session');
    const record = records.find((other) => other.s === s);
    if (s !== null && record === undefined && !this.#isShown) {
      this.querySelector('[role="alert"]')?.remove();
      return this.append(createElement('p', { role: 'alert' }, this.#data.words.unknown ?? ''));
    }
    if (record === undefined || this.#isShown) return;
    this.querySelector('[role="alert"]')?.remove();
    this.#isShown = true;
    const [heading, ...rest] = createDebrief(record, this.#data);
    if (heading === undefined) return;
    this.append(heading, ...rest);
    heading.focus();
  }

  /** The latest first. */
  #list(records: readonly InterviewRecord[]): HTMLElement {
    const { words, overview } = this.#data;
    const rows = records.toReversed().map((record) => {
      const link = createElement(
        'a',
        { href: `${overview}?session=${encodeURIComponent(record.s)}` },
        formatDate(record.startedAt),
      );
      const title = titleOfInterview(this.#data, record);
      const end = record.finishedAt === undefined ? ` (${words.broken ?? ''})` : '';
      return [
        createElement('th', { scope: 'row' }, link),
        createElement('td', {}, title + end),
        createElement('td', {}, formatScore(totalOf(record.answers) ?? 0)),
      ];
    });
    return createTable([words.date ?? '', words.interview ?? '', words.score ?? ''], rows);
  }

  #trend(records: readonly InterviewRecord[]): HTMLElement[] {
    const { words } = this.#data;
    const totals = records.map(({ answers }) => totalOf(answers) ?? 0);
    const label = fill(words.trend ?? '', { scores: totals.map(formatScore).join(', ') });
    const heads = [
      words.date ?? '',
      words.interview ?? '',
      ...DIMENSIONS.map((dimension) => words[`dimension.${dimension}`] ?? ''),
    ];
    const rows = records.toReversed().map((record) => {
      const scores = scoreOf(record.answers);
      return [
        createElement('th', { scope: 'row' }, formatDate(record.startedAt)),
        createElement('td', {}, titleOfInterview(this.#data, record)),
        ...DIMENSIONS.map((dimension) => createElement('td', {}, formatScore(scores?.[dimension] ?? 0))),
      ];
    });
    return [
      drawTrend(totals, label),
      createElement('details', {}, createElement('summary', {}, words.table ?? ''), createTable(heads, rows)),
    ];
  }
}

/** A line from the first interview to the last, between the worst score and the best. */
function drawTrend(totals: readonly number[], label: string): HTMLElement {
  const xOf = (index: number) =>
    totals.length === 1 ? WIDTH / 2 : LEFT + EDGE + (index / (totals.length - 1)) * (WIDTH - LEFT - 2 * EDGE);
  const yOf = (score: number) => HEIGHT - EDGE - ((score - LEAST) / (MOST - LEAST)) * (HEIGHT - 2 * EDGE);
  const points = totals.map((score, index) => [xOf(index), yOf(score)] as const);
  const svg = createSvg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label });
  for (const score of GRADES) {
    const y = yOf(score);
    const number = createSvg('text', { x: '0', y: String(y + 3) });
    number.textContent = String(score);
    svg.append(number, createSvg('line', { x1: String(LEFT), x2: String(WIDTH), y1: String(y), y2: String(y) }));
  }
  svg.append(createSvg('polyline', { points: points.map((point) => point.join(',')).join(' ') }));
  for (const [x, y] of points) svg.append(createSvg('circle', { cx: String(x), cy: String(y), r: '4' }));
  const figure = createElement('div', { class: 'study-interview-chart' });
  figure.append(svg);
  return figure;
}

function createSvg(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

customElements.define('study-interviews', StudyInterviews);
