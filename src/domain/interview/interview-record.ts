/** The interviews that a reader has held, from the log alone: also those whose questions are gone from the content since. */
import { type EventLog, selectEvents } from '../event-log.ts';
import {
  type CodeEvent,
  isCodeEvent,
  isInterviewEvent,
  isRateEvent,
  type PlannedSection,
  type RateEvent,
} from './interview-event.ts';
import { DIMENSIONS, type Dimension, isGood, meanOf, type Ratings } from './rubric.ts';

/** One answer, as it was judged last. */
export interface AssessedAnswer {
  /** `<area>/<id>` of a question, or the id of an exercise. */
  readonly key: string;
  readonly kind: 'question' | 'exercise';
  readonly notes: readonly string[];
  /** What was asked, in the language in which it was. */
  readonly text: string;
  readonly ratings: Ratings;
  readonly ms: number;
  /** Points of a strong answer that were made, or tests that passed, and how many there were. */
  readonly hit: number;
  readonly of: number;
  readonly at: number;
}

export interface InterviewRecord {
  readonly s: string;
  /** Id of a file, or `own`. */
  readonly interview: string;
  readonly seed: string;
  /** The choices of an interview of one's own. */
  readonly query: string;
  readonly startedAt: number;
  /** `undefined` where its assessment was not ended. */
  readonly finishedAt: number | undefined;
  readonly sections: readonly (PlannedSection & { readonly ms: number | undefined })[];
  readonly answers: readonly AssessedAnswer[];
}

export type Scores = Readonly<Record<Dimension, number>>;

/** In the order in which they began. An interview whose beginning is in another device's log that is not here yet is none. */
export function findInterviews(log: EventLog): InterviewRecord[] {
  const records = new Map<string, InterviewRecord>();
  for (const event of selectEvents(log, isInterviewEvent)) {
    if (event.did === 'start') {
      const { s, interview, seed, query = '', plan, t } = event;
      const sections = plan.map((section) => ({ ...section, ms: undefined }));
      if (!records.has(s)) {
        records.set(s, { s, interview, seed, query, startedAt: t, finishedAt: undefined, sections, answers: [] });
      }
      continue;
    }
    const record = records.get(event.s);
    if (record === undefined) continue;
    if (event.did === 'finish') {
      const spent = new Map(event.spent.map(({ id, ms }) => [id, ms]));
      const sections = record.sections.map((section) => ({ ...section, ms: spent.get(section.id) }));
      records.set(event.s, { ...record, finishedAt: event.t, sections });
    } else if (isRateEvent(event) || isCodeEvent(event)) records.set(event.s, withAnswer(record, toAnswer(event)));
  }
  return [...records.values()];
}

/** The mean of each dimension, 1 to 4; `undefined` where nothing was judged. */
export function scoreOf(answers: readonly AssessedAnswer[]): Scores | undefined {
  if (answers.length === 0) return undefined;
  const mean = (dimension: Dimension) =>
    answers.reduce((sum, { ratings }) => sum + ratings[dimension], 0) / answers.length;
  return Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, mean(dimension)])) as Scores;
}

/** The mean of all dimensions. */
export function totalOf(answers: readonly AssessedAnswer[]): number | undefined {
  if (answers.length === 0) return undefined;
  return answers.reduce((sum, { ratings }) => sum + meanOf(ratings), 0) / answers.length;
}

/** Notes whose questions were not answered well, the worst first. */
export function findWeakNotes(answers: readonly AssessedAnswer[]): string[] {
  const weak = answers
    .filter(({ ratings }) => !isGood(ratings))
    .sort((a, b) => meanOf(a.ratings) - meanOf(b.ratings))
    .flatMap(({ notes }) => notes[0] ?? []);
  return [...new Set(weak)];
}

/**
 * What was answered well since a time, and not badly after that: not to be asked again at once.
 * @param since milliseconds since 1970
 */
export function findWellAnswered(records: readonly InterviewRecord[], since: number): ReadonlySet<string> {
  const last = new Map<string, AssessedAnswer>();
  for (const answer of records.flatMap(({ answers }) => answers)) {
    const known = last.get(answer.key);
    if (known === undefined || known.at <= answer.at) last.set(answer.key, answer);
  }
  return new Set([...last.values()].filter(({ at, ratings }) => at >= since && isGood(ratings)).map(({ key }) => key));
}

function withAnswer(record: InterviewRecord, answer: AssessedAnswer): InterviewRecord {
  const isSame = (other: AssessedAnswer) => other.key === answer.key && other.kind === answer.kind;
  const answers = record.answers.some(isSame)
    ? record.answers.map((other) => (isSame(other) ? answer : other))
    : [...record.answers, answer];
  return { ...record, answers };
}

function toAnswer(event: RateEvent | CodeEvent): AssessedAnswer {
  const { notes, text, ms, t: at, r: ratings } = event;
  const shared = { notes, text, ms, at, ratings };
  return event.did === 'rate'
    ? { ...shared, kind: 'question', key: event.q, hit: event.hit, of: event.of }
    : { ...shared, kind: 'exercise', key: event.exercise, hit: event.passed, of: event.total };
}
