/**
 * What answers in mock interviews say of a topic. Of several answers to one question the last counts. The reader judged
 * them, so each weighs less than an exercise that tests have judged.
 */
import { type EventLog, selectEvents } from '../event-log.ts';
import { type CodeEvent, isCodeEvent, isRateEvent, type RateEvent } from '../interview/interview-event.ts';
import { DIMENSIONS, type Grade, meanOf, type Ratings } from '../interview/rubric.ts';
import type { StudyEvent } from '../study-event.ts';
import { type Observation, observe, WEIGHTS } from './observation.ts';

export interface JudgedAnswer {
  readonly ratings: Ratings;
  /** How much of it was right, from 0 to 1. */
  readonly share: number;
  readonly at: number;
}

export interface InterviewEvidence {
  readonly answers: number;
  /** Mean grade, 1 to 4, and when the last was given; `undefined` without answers. */
  readonly grade: number | undefined;
  readonly lastAt: number | undefined;
}

/** Not yet, partly, well, as a senior would. */
const SHARES: Readonly<Record<Grade, number>> = { 1: 0, 2: 0.4, 3: 0.8, 4: 1 };

/**
 * The last answer to each question, by the note that it is about.
 * @param present ids that notes have now, by those that they had
 */
export function findJudgedAnswers(
  log: EventLog,
  present: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly JudgedAnswer[]> {
  const last = new Map<string, RateEvent | CodeEvent>();
  // In their order in time: a later one takes the place of an earlier one.
  for (const event of selectEvents(log, isJudged)) last.set(keyOf(event), event);
  const topics = new Map<string, JudgedAnswer[]>();
  for (const event of last.values()) {
    const note = event.notes[0]?.split('#')[0] ?? '';
    const topic = present.get(note) ?? note;
    const answers = topics.get(topic) ?? [];
    answers.push({ ratings: event.r, share: shareOf(event), at: event.t });
    topics.set(topic, answers);
  }
  return topics;
}

export function weighAnswers(answers: readonly JudgedAnswer[]): InterviewEvidence {
  if (answers.length === 0) return { answers: 0, grade: undefined, lastAt: undefined };
  const grade = answers.reduce((sum, { ratings }) => sum + meanOf(ratings), 0) / answers.length;
  return { answers: answers.length, grade, lastAt: Math.max(...answers.map(({ at }) => at)) };
}

export function observeAnswer({ share, at }: JudgedAnswer): Observation {
  return observe(share, WEIGHTS.interview, at);
}

/** What is well told and wrong is wrong; code is right as far as its tests pass, whatever its author says. */
function shareOf(event: RateEvent | CodeEvent): number {
  const mean = DIMENSIONS.reduce((sum, dimension) => sum + SHARES[event.r[dimension]], 0) / DIMENSIONS.length;
  const share = Math.min(mean, SHARES[event.r.correctness]);
  return event.did === 'code' && event.total > 0 ? Math.min(share, event.passed / event.total) : share;
}

/** Ids of exercises have no area, so that none is a question's key. */
function keyOf(event: RateEvent | CodeEvent): string {
  return event.did === 'rate' ? event.q : event.exercise;
}

function isJudged(event: StudyEvent): event is RateEvent | CodeEvent {
  return isRateEvent(event) || isCodeEvent(event);
}
