/** A topic that is worth training, why, and what to do for it. */
import { createElement } from './element.ts';
import type { Words } from './page-words.ts';
import { linkTraining, sayRange, sayStanding } from './standing-words.ts';
import type { SiteStanding } from './standings.ts';

interface TrainOptions {
  readonly review?: string;
  readonly words: Words;
}

export function createTraining(standing: SiteStanding, { words, review }: TrainOptions): HTMLElement {
  const { topic, estimate } = standing;
  const title = createElement('a', { href: topic.href, ...(topic.lang && { lang: topic.lang }) }, topic.title);
  const why = estimate ? `${sayStanding(estimate, words)} ${sayRange(estimate)}` : (words.nothing ?? '');
  const links = linkTraining(standing, words, review);
  return createElement(
    'li',
    {},
    createElement('p', {}, title, ' ', createElement('span', { class: 'study-train-why' }, why)),
    createElement('p', { class: 'study-standing-links' }, ...links),
  );
}
