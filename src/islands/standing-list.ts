/** The topics of the progress page: rows that open to their evidence, and a table of the same. */
import { byWeakness } from '../domain/weakness/weakness-map.ts';
import { createElement } from './element.ts';
import { fill, type Words } from './page-words.ts';
import { linkTraining, sayAnswers, sayEvidence, sayRange, sayStanding } from './standing-words.ts';
import type { SiteArea, SiteStanding, SiteTopic, Standings } from './standings.ts';

interface ListOptions {
  readonly review?: string;
  readonly words: Words;
}

/** Area by area, the weakest topic of each first, then how many say nothing yet. */
export function createByArea({ topics, standings }: Standings, options: ListOptions): HTMLElement[] {
  return topics.areas.flatMap((area) => {
    const own = standings.filter(({ topic }) => topic.area === area);
    const known = own.filter(({ estimate }) => estimate).sort(byWeakness);
    const heading = createElement('h3', {}, createElement('a', { href: area.href }, area.title));
    return [heading, ...createList(known, options, false), ...createUnknown(area, own, options)];
  });
}

export function createWeakest({ standings }: Standings, options: ListOptions): HTMLElement[] {
  return createList(standings.filter(({ estimate }) => estimate).sort(byWeakness), options, true);
}

export function createRows({ standings }: Standings, { words }: ListOptions): HTMLElement[] {
  return standings.flatMap(({ topic, estimate }) => {
    if (estimate === undefined) return [];
    const head = createElement('th', { scope: 'row' }, createLink(topic));
    const cells = [topic.area.title, sayStanding(estimate, words), sayRange(estimate), sayAnswers(estimate)];
    return [createElement('tr', {}, head, ...cells.map((cell) => createElement('td', {}, cell)))];
  });
}

function createList(known: readonly SiteStanding[], options: ListOptions, isAreaNamed: boolean): HTMLElement[] {
  if (known.length === 0) return [];
  const items = known.map((standing) => createElement('li', {}, createRow(standing, options, isAreaNamed)));
  return [createElement('ul', { class: 'study-standing-list' }, ...items)];
}

function createRow(standing: SiteStanding, options: ListOptions, isAreaNamed: boolean): HTMLElement {
  const { topic, estimate, id } = standing;
  const { words } = options;
  if (estimate === undefined) return createElement('div', {});
  const title = createElement('span', { class: 'study-standing-topic', ...langOf(topic) }, topic.title);
  if (isAreaNamed) title.append(' ', createElement('small', {}, topic.area.title));
  const bar = createElement('span', { class: 'study-standing-bar', 'aria-hidden': 'true' }, createElement('span', {}));
  bar.style.setProperty('--study-low', String(estimate.low));
  bar.style.setProperty('--study-mean', String(estimate.mean));
  bar.style.setProperty('--study-high', String(estimate.high));
  const said = createElement('span', { class: 'study-standing-said' }, `${sayStanding(estimate, words)} `);
  said.append(createElement('span', { class: 'study-standing-range' }, sayRange(estimate)));
  const evidence = sayEvidence(standing, words).map((text) => createElement('li', {}, text));
  const read = createElement('a', { href: topic.href }, words.read ?? '');
  const links = createElement(
    'p',
    { class: 'study-standing-links' },
    read,
    ...linkTraining(standing, words, options.review),
  );
  return createElement(
    'details',
    { 'data-topic': id },
    createElement('summary', {}, title, bar, said),
    createElement('ul', {}, ...evidence),
    links,
  );
}

function createUnknown(area: SiteArea, own: readonly SiteStanding[], { words }: ListOptions): HTMLElement[] {
  const unknown = own.filter(({ estimate }) => estimate === undefined);
  if (unknown.length === 0) return [];
  const links = unknown.map(({ topic }) => createElement('li', {}, createLink(topic)));
  const summary = createElement('summary', {}, fill(words.unknown ?? '', { count: String(unknown.length) }));
  const attributes = { class: 'study-standing-unknown', 'data-topic': `area ${area.id}` };
  return [createElement('details', attributes, summary, createElement('ul', {}, ...links))];
}

function createLink(topic: SiteTopic): HTMLElement {
  return createElement('a', { href: topic.href, ...langOf(topic) }, topic.title);
}

function langOf({ lang }: SiteTopic): Readonly<Record<string, string>> {
  return lang === undefined ? {} : { lang };
}
