/** One answer after the interview: what a strong one contains, and the reader's judgment of theirs. */
import type { InterviewFacts } from '../domain/interview/interview-event.ts';
import { DIMENSIONS, type Grade, isGrade, type Ratings } from '../domain/interview/rubric.ts';
import type { AskedItem } from '../domain/interview/session.ts';
import { createElement } from './element.ts';
import type { CodeResult } from './interview-coding.ts';
import type { InterviewExercise } from './interview-data.ts';
import type { PageQuestion } from './interview-question.ts';
import { fill, type Words } from './page-words.ts';

/** What was asked, as far as it is still in the content. */
export interface Assessed {
  readonly item: AskedItem;
  readonly question: PageQuestion | undefined;
  readonly exercise: InterviewExercise | undefined;
  readonly result: CodeResult | undefined;
  /** What the reader wrote while they answered. */
  readonly notes: string;
}

const CODE_POINTS = [1, 2, 3, 4] as const;

/** Fills the view of the assessment. @param view has the parts that InterviewPage.astro gives it */
export function showAssessed(
  view: HTMLElement,
  { question, exercise, result, item, notes }: Assessed,
  words: Words,
): void {
  view.querySelector('form')?.reset();
  const points =
    question?.strong.map((make) => make()) ??
    CODE_POINTS.map((number) => document.createTextNode(words[`codePoint${number}`] ?? ''));
  set(view, 'assessed', question?.question() ?? exercise?.title ?? item.key);
  set(view, 'own-notes', ...describeNotes(notes, result, words));
  set(view, 'strong', ...points.map(createPoint));
  const followUps = question?.followUps.map((make) => createElement('li', {}, make())) ?? [];
  set(
    view,
    'follow-ups',
    ...(followUps.length === 0
      ? []
      : [createElement('h3', {}, words.followUps ?? ''), createElement('ul', {}, ...followUps)]),
  );
  const flag = question?.redFlag?.();
  set(
    view,
    'red-flag',
    ...(flag === undefined ? [] : [createElement('h3', {}, words.redFlag ?? ''), createElement('p', {}, flag)]),
  );
}

/** What the reader says of the answer; `undefined` while a dimension is not judged. */
export function readJudgment(
  view: HTMLElement,
  { item, question, exercise, result }: Assessed,
  s: string,
): InterviewFacts | undefined {
  const form = new FormData(view.querySelector('form') ?? undefined);
  const grades = DIMENSIONS.map((dimension): [string, Grade | undefined] => {
    const grade = Number(form.get(dimension));
    return [dimension, isGrade(grade) ? grade : undefined];
  });
  if (grades.some(([, grade]) => grade === undefined)) return undefined;
  const r = Object.fromEntries(grades) as Ratings;
  const { ms, key } = item;
  if (item.kind === 'exercise') {
    const { passed, total } = result ?? { passed: 0, total: 0 };
    const { notes = [], title = key } = exercise ?? {};
    return { k: 'interview', s, did: 'code', exercise: key, notes, text: title, passed, total, r, ms };
  }
  const points = [...view.querySelectorAll<HTMLInputElement>('[data-part="strong"] input')];
  return {
    k: 'interview',
    s,
    did: 'rate',
    q: key,
    notes: question?.notes ?? [],
    level: question?.level ?? 'senior',
    text: question?.text ?? key,
    r,
    ms,
    hit: points.filter(({ checked }) => checked).length,
    of: points.length,
  };
}

function createPoint(text: Node): HTMLElement {
  const box = createElement('input', { type: 'checkbox' });
  return createElement('li', {}, createElement('label', {}, box, createElement('span', {}, text)));
}

function describeNotes(notes: string, result: CodeResult | undefined, words: Words): Node[] {
  const tests =
    result === undefined
      ? []
      : [
          createElement(
            'p',
            {},
            result.total === 0
              ? (words.testsNone ?? '')
              : fill(words.tests ?? '', { passed: String(result.passed), total: String(result.total) }),
          ),
        ];
  if (notes.trim() === '') return result === undefined ? [createElement('p', {}, words.notesNone ?? '')] : tests;
  return [...tests, createElement('h3', {}, words.notes ?? ''), createElement('pre', { tabindex: '0' }, notes)];
}

function set(view: HTMLElement, part: string, ...content: (Node | string)[]): void {
  view.querySelector(`[data-part="${part}"]`)?.replaceChildren(...content);
}
