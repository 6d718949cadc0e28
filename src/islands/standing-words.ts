/** How an estimate and what it is made of are said in the reader's language. */
import { type Estimate, standingOf } from '../domain/weakness/estimate.ts';
import { createElement } from './element.ts';
import { fill, type Words } from './page-words.ts';
import type { SiteStanding } from './standings.ts';

const LANG = document.documentElement.lang;
/** Finer than that would claim to know what nobody does. */
const STEP = 20;

const percent = new Intl.NumberFormat(LANG, { style: 'percent' });
const decimal = new Intl.NumberFormat(LANG, { maximumFractionDigits: 1 });
const date = new Intl.DateTimeFormat(LANG, { dateStyle: 'medium' });

/** `Weak`, `Little is known`. */
export function sayStanding(estimate: Estimate, words: Words): string {
  return words[standingOf(estimate)] ?? '';
}

/** `20–45%`, outwards to the next twentieth. */
export function sayRange({ low, high }: Estimate): string {
  return `${Math.floor(low * STEP) * (100 / STEP)}–${percent.format(Math.ceil(high * STEP) / STEP)}`;
}

/** How many answers it is worth. */
export function sayAnswers({ answers }: Estimate): string {
  return decimal.format(answers);
}

/** One sentence for each kind of evidence that there is, then what it is worth together. */
export function sayEvidence({ evidence, estimate }: SiteStanding, words: Words): string[] {
  const { cards, exercises, interviews, ownWord } = evidence;
  const say = (name: string, values: Readonly<Record<string, string | number>>) =>
    fill(words[name] ?? '', Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)])));
  const { seen, total, mature, lapses, recall, retention } = cards;
  return [
    ...(seen > 0 ? [say('cards', { seen, total, mature, lapses })] : []),
    ...(recall === undefined ? [] : [say('recall', { share: percent.format(recall) })]),
    ...(retention.total > 0 ? [say('retention', { known: retention.known, total: retention.total })] : []),
    ...(exercises.solved + exercises.copied + exercises.failed > 0 ? [say('exercises', { ...exercises })] : []),
    ...(interviews.grade === undefined || interviews.lastAt === undefined
      ? []
      : [
          say('interviews', {
            count: interviews.answers,
            grade: decimal.format(interviews.grade),
            date: date.format(new Date(interviews.lastAt)),
          }),
        ]),
    ...(ownWord.ticked.length > 0 ? [say('abilities', { done: ownWord.ticked.length, total: ownWord.abilities })] : []),
    ...(ownWord.studiedAt === undefined ? [] : [say('studied', { date: date.format(new Date(ownWord.studiedAt)) })]),
    ...(estimate ? [say('worth', { count: sayAnswers(estimate) })] : []),
  ];
}

/** What can be done for a topic at once: its cards, an exercise, an interview. @param review address of the review page */
export function linkTraining(
  { topic, evidence: { cards }, openExercise }: SiteStanding,
  words: Words,
  review: string | undefined,
): HTMLAnchorElement[] {
  const exercise = topic.exercises.find(({ token }) => token.split('|')[0] === openExercise);
  const deck =
    review === undefined || topic.deck === undefined ? '' : `${review}?deck=${encodeURIComponent(topic.deck)}`;
  const link = (href: string, name: string, value: string) =>
    createElement('a', { href }, fill(words[name] ?? '', { value }));
  return [
    ...(deck !== '' && cards.due > 0 ? [link(deck, 'dueCards', String(cards.due))] : []),
    ...(deck !== '' && cards.due === 0 && cards.fresh > 0 ? [link(deck, 'newCards', String(cards.fresh))] : []),
    ...(exercise ? [link(exercise.href, 'exercise', exercise.title)] : []),
    ...(topic.area.interview && topic.questions > 0 ? [link(topic.area.interview, 'interview', topic.area.title)] : []),
  ];
}
