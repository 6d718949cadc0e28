/**
 * Where a reader stands: of each topic one estimate and what it is made of. It follows from the log, the study document
 * and what is known of the cards; nothing of it is kept.
 */
import { type EventLog, selectDays, selectEvents } from '../event-log.ts';
import { keysOfItem, presentKeys } from '../item-token.ts';
import { countDay, type Moment, nameDay } from '../learning-day.ts';
import { isCardEvent } from '../review/card-event.ts';
import type { QueueCard } from '../review/queue.ts';
import type { CardStates } from '../review/replay.ts';
import { type Answer, listAnswers } from '../review/review-statistics.ts';
import { findStudiedNotes } from '../studied-notes.ts';
import type { StudyDocument } from '../study-document.ts';
import { type CardEvidence, observeCards, RECENT, weighCards } from './card-evidence.ts';
import { type Estimate, estimate } from './estimate.ts';
import { type ExerciseEvidence, findExerciseRecords, observeExercise, weighExercises } from './exercise-evidence.ts';
import { findJudgedAnswers, type InterviewEvidence, observeAnswer, weighAnswers } from './interview-evidence.ts';
import { type OwnWord, observeOwnWord, readOwnWord } from './own-word.ts';
import type { PublishedTopic } from './topic-file.ts';
import { findTouchedTopics } from './touched-topics.ts';

/** What is known of a reader. */
export interface ReaderFacts {
  readonly log: EventLog;
  readonly study: StudyDocument;
  /** The site's questions, what is known of each, and present card ids by former ones. */
  readonly cards: readonly QueueCard[];
  readonly states: CardStates;
  readonly formerCards: ReadonlyMap<string, string>;
}

export interface TopicStanding<Topic extends PublishedTopic = PublishedTopic> {
  readonly topic: Topic;
  /** The note's id. */
  readonly id: string;
  /** `undefined` where there is no evidence. */
  readonly estimate: Estimate | undefined;
  readonly evidence: {
    readonly cards: CardEvidence;
    readonly exercises: ExerciseEvidence;
    readonly interviews: InterviewEvidence;
    readonly ownWord: OwnWord;
  };
  /** The first of its exercises that is not solved. */
  readonly openExercise: string | undefined;
  /** Whether something was done for it today. */
  readonly isTouched: boolean;
}

/** In the order of the topics. */
export function findStandings<Topic extends PublishedTopic>(
  topics: readonly Topic[],
  { log, study, cards, states, formerCards }: ReaderFacts,
  now: Moment,
): TopicStanding<Topic>[] {
  const today = countDay(now);
  const notes = presentKeys(topics.map(({ token }) => token));
  const exercises = presentKeys(topics.flatMap((topic) => topic.exercises.map(({ token }) => token)));
  const cardsOf = Map.groupBy(cards, ({ deck }) => deck);
  const answersOf = groupAnswers(log, cards, formerCards, today - RECENT);
  const records = findExerciseRecords(log, exercises);
  const judged = findJudgedAnswers(log, notes);
  const studied = findStudiedNotes(log, notes);
  const touched = findTouchedTopics(selectDays(log, nameDay(today)), notes, exercises);
  return topics.map((topic) => {
    const id = keysOfItem(topic.token)[0];
    const ids = topic.exercises.map(({ token }) => keysOfItem(token)[0]);
    const own = topic.exercises.flatMap(({ token, topics }) => {
      const record = records.get(keysOfItem(token)[0]);
      return record === undefined ? [] : observeExercise(record, topics);
    });
    const answers = judged.get(id) ?? [];
    const cards = weighCards(cardsOf.get(topic.deck ?? '') ?? [], states, answersOf.get(topic.deck ?? '') ?? [], today);
    const ownWord = readOwnWord(topic.items, study.ticks, studied.get(id));
    const observations = [...observeCards(cards), ...own, ...answers.map(observeAnswer), ...observeOwnWord(ownWord)];
    return {
      topic,
      id,
      estimate: estimate(observations, now.t),
      evidence: { cards, exercises: weighExercises(ids, records), interviews: weighAnswers(answers), ownWord },
      openExercise: ids.find((exercise) => records.get(exercise)?.attempt.state !== 'solved'),
      isTouched: touched.notes.has(id) || ids.some((exercise) => touched.exercises.has(exercise)),
    };
  });
}

/** The weakest first, then those of which least is known; those without an estimate last. */
export function byWeakness(a: TopicStanding, b: TopicStanding): number {
  if (a.estimate === undefined || b.estimate === undefined) return Number(!a.estimate) - Number(!b.estimate);
  return a.estimate.mean - b.estimate.mean || a.estimate.answers - b.estimate.answers;
}

/** Recent answers by deck. */
function groupAnswers(
  log: EventLog,
  cards: readonly QueueCard[],
  former: ReadonlyMap<string, string>,
  since: number,
): ReadonlyMap<string, readonly Answer[]> {
  const deckOf = new Map(cards.map(({ name, deck }) => [name, deck]));
  const answers = listAnswers(selectEvents(log, isCardEvent), former).filter(({ day }) => day >= since);
  return Map.groupBy(answers, ({ name }) => deckOf.get(name) ?? '');
}
