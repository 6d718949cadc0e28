/** What came of an interview: time against plan, scores, answers, weak topics and the way to them, a link to the same one. */
import { store } from '../browser/study.ts';
import { formatTime } from '../domain/duration.ts';
import { withFocus } from '../domain/focus.ts';
import { findWeakNotes, type InterviewRecord, scoreOf, totalOf } from '../domain/interview/interview-record.ts';
import { DIMENSIONS, GRADES, meanOf } from '../domain/interview/rubric.ts';
import { createElement } from './element.ts';
import { type DebriefData, findTopic, formatDate, formatScore, titleOfInterview } from './interview-data.ts';
import { fill } from './page-words.ts';

const BEST = GRADES.length;

/** The first element is its heading, which can take the focus. */
export function createDebrief(record: InterviewRecord, data: DebriefData): HTMLElement[] {
  const { words } = data;
  const title = fill(words.debriefOf ?? '', {
    title: titleOfInterview(data, record),
    date: formatDate(record.startedAt),
  });
  const total = totalOf(record.answers);
  return [
    createElement('h2', { tabindex: '-1', id: 'debrief' }, words.debrief ?? ''),
    createElement('p', {}, title),
    ...(total === undefined
      ? []
      : [
          createElement(
            'p',
            { class: 'study-interview-score' },
            fill(words.scoreOf ?? '', { score: formatScore(total) }),
          ),
        ]),
    ...createTimes(record, data),
    ...createScores(record, data),
    ...createAnswers(record, data),
    ...createWeak(record, data),
    ...createShare(record, data),
  ];
}

function createTimes({ sections }: InterviewRecord, { words }: DebriefData): HTMLElement[] {
  const rows = sections
    .filter(({ ms }) => ms !== undefined)
    .map(({ title, minutes, ms = 0 }) => [
      createElement('th', { scope: 'row' }, title),
      createElement('td', {}, fill(words.minutes ?? '', { count: String(minutes) })),
      createElement('td', {}, formatTime(ms), ' ', createBar(ms / (minutes * 60_000), ms > minutes * 60_000)),
    ]);
  return rows.length === 0
    ? []
    : [
        createElement('h3', {}, words.time ?? ''),
        createTable([words.section ?? '', words.planned ?? '', words.taken ?? ''], rows),
      ];
}

function createScores({ answers }: InterviewRecord, { words }: DebriefData): HTMLElement[] {
  const scores = scoreOf(answers);
  if (scores === undefined) return [];
  const rows = DIMENSIONS.map((dimension) => [
    createElement('th', { scope: 'row' }, words[`dimension.${dimension}`] ?? ''),
    createElement('td', {}, formatScore(scores[dimension]), ' ', createBar(scores[dimension] / BEST, false)),
    createElement('td', {}, words[`${dimension}${Math.round(scores[dimension])}`] ?? ''),
  ]);
  return [createElement('h3', {}, words.dimensions ?? ''), createTable(undefined, rows)];
}

function createAnswers({ answers }: InterviewRecord, data: DebriefData): HTMLElement[] {
  const { words } = data;
  if (answers.length === 0) return [];
  const rows = answers.map(({ text, ratings, hit, of, ms }) => [
    createElement('th', { scope: 'row' }, text),
    createElement('td', {}, formatScore(meanOf(ratings))),
    createElement('td', {}, of === 0 ? '–' : `${hit}/${of}`),
    createElement('td', {}, formatTime(ms)),
  ]);
  const heads = [words.question ?? '', words.score ?? '', words.points ?? '', words.taken ?? ''];
  return [createElement('h3', {}, words.answers ?? ''), createTable(heads, rows)];
}

function createWeak({ answers }: InterviewRecord, data: DebriefData): HTMLElement[] {
  const { words } = data;
  if (answers.length === 0) return [];
  const weak = findWeakNotes(answers);
  const links = weak.flatMap((note) => findTopic(data, note) ?? []);
  const heading = createElement('h3', {}, words.weak ?? '');
  if (links.length === 0) return [heading, createElement('p', {}, words.weakNone ?? '')];
  const said = createElement('p', { role: 'status' });
  const button = createElement('button', { type: 'button', 'data-action': 'to-plan' }, words.toPlan ?? '');
  button.addEventListener('click', () => {
    store.update((study, now) => withFocus(study, weak, now));
    said.textContent = words.inPlan ?? '';
  });
  const items = links.map(({ href, title, lang }) =>
    createElement('li', {}, createElement('a', { href, ...(lang !== undefined && { lang }) }, title)),
  );
  return [
    heading,
    createElement('ul', {}, ...items),
    createElement('p', { class: 'study-interview-actions' }, button),
    said,
  ];
}

function createShare({ interview, seed, query }: InterviewRecord, data: DebriefData): HTMLElement[] {
  const { words, overview } = data;
  const again = createElement('p', {}, createElement('a', { href: overview }, words.again ?? ''));
  const page = data.interviews[interview]?.href;
  if (page === undefined) return [again];
  const address = new URL(page, location.href);
  address.search = query;
  address.searchParams.set('seed', seed);
  const field = createElement('input', { readonly: '', value: address.href, id: 'interview-link' });
  field.addEventListener('focus', () => field.select());
  const said = createElement('span', { role: 'status' });
  const button = createElement('button', { type: 'button', 'data-action': 'copy' }, words.copy ?? '');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(address.href);
      said.textContent = words.copied ?? '';
    } catch {
      // Not allowed here: then it is marked, to be copied by hand.
      field.focus();
    }
  });
  return [
    createElement('h3', {}, words.share ?? ''),
    createElement(
      'p',
      { class: 'study-interview-seed' },
      createElement('label', { for: 'interview-link' }, fill(words.link ?? '', { seed })),
      field,
      button,
      said,
    ),
    again,
  ];
}

export function createTable(heads: readonly string[] | undefined, rows: readonly (readonly Node[])[]): HTMLElement {
  const head =
    heads === undefined
      ? []
      : [
          createElement(
            'thead',
            {},
            createElement('tr', {}, ...heads.map((text) => createElement('th', { scope: 'col' }, text))),
          ),
        ];
  const body = createElement('tbody', {}, ...rows.map((cells) => createElement('tr', {}, ...cells)));
  const table = createElement('table', {}, ...head, body);
  // Wide ones scroll on a phone, which the keyboard has to be able to do as well.
  const isWide = (rows[0]?.length ?? 0) > 3;
  return createElement('div', { class: 'study-interview-table', ...(isWide && { tabindex: '0' }) }, table);
}

/** How much of something, for the eyes: the number stands beside it. */
function createBar(share: number, isOver: boolean): HTMLElement {
  const bar = createElement('span', { class: 'study-interview-share', 'aria-hidden': 'true' });
  bar.style.setProperty('--study-share', String(Math.min(1, Math.max(0, share))));
  bar.toggleAttribute('data-over', isOver);
  return bar;
}
