/**
 * What is known of all flashcards, kept so that opening a session does not replay years of answers: store `reviews` of
 * study-database.ts, of this browser only, never in a backup.
 *
 * Shape: `day`, a learning day; `states`, `{ form, former, states }`: what was known when that day began, made under the
 * given former ids. `form` says of which form the states are.
 *
 * Life cycle: made by the first session of a day out of the last one's and the days since; whatever is done on `day` and
 * later is replayed on top of it by who reads it. It is a cache: where it is missing, of another form or made under other
 * former ids, it is made anew from the whole log. A change of the log before its day takes it away in the same
 * transaction (dropOldStates), so that it never tells what the log does not.
 */
import { listEvents, splitSegment } from '../../domain/event-log.ts';
import { isRecord } from '../../domain/json.ts';
import { isCardEvent } from '../../domain/review/card-event.ts';
import { type CardState, type CardStates, replayCards } from '../../domain/review/replay.ts';
import { readSegments } from './log-segments.ts';
import type { StudyConnection } from './study-connection.ts';
import { type Reading, read, type Writing, write } from './study-database.ts';

export interface KnownCards {
  /** The log from this learning day on is not in the states. */
  readonly day: string;
  readonly states: CardStates;
}

export interface ReviewCache {
  /**
   * What was known when a learning day began. `undefined` where the database refuses: then everything is in the log.
   * @param former present card ids by former ones
   */
  open(day: string, former: ReadonlyMap<string, string>): Promise<KnownCards | undefined>;
  /** Has the next session replay everything. */
  drop(): Promise<void>;
}

/** Goes up with every change of what a state looks like or of how it is made. */
const FORM = 1;

export function createReviewCache({ attempt }: Pick<StudyConnection, 'attempt'>): ReviewCache {
  return {
    async open(day, former) {
      const names = JSON.stringify([...former]);
      const stored = await attempt((database) => read(database, (transaction) => readStates(transaction, names)));
      if (stored?.day === day) return stored;
      return attempt((database) => write(database, (transaction) => renew(transaction, day, former, names)));
    },
    async drop() {
      await attempt((database) => write(database, forget));
    },
  };
}

/** Takes the states away where a segment before their day has changed. */
export async function dropOldStates(transaction: Writing, segments: Iterable<string>): Promise<void> {
  const day = await transaction.objectStore('reviews').get('day');
  if (day === undefined) return;
  const isOld = (name: string) => typeof day !== 'string' || splitSegment(name).day < day;
  if ([...segments].some(isOld)) await forget(transaction);
}

async function forget(transaction: Writing): Promise<void> {
  await transaction.objectStore('reviews').clear();
}

async function renew(
  transaction: Writing,
  day: string,
  former: ReadonlyMap<string, string>,
  names: string,
): Promise<KnownCards> {
  const stored = await readStates(transaction, names);
  const base = stored !== undefined && stored.day < day ? stored : undefined;
  const states = (base && (await replay(transaction, day, former, base))) ?? (await replay(transaction, day, former));
  const known = { day, states: states ?? new Map() };
  const store = transaction.objectStore('reviews');
  await store.put(day, 'day');
  await store.put({ form: FORM, former: names, states: known.states }, 'states');
  return known;
}

/** `undefined` where what is known already does not allow to go on from it. */
async function replay(
  transaction: Writing,
  day: string,
  former: ReadonlyMap<string, string>,
  base?: KnownCards,
): Promise<CardStates | undefined> {
  const { log } = await readSegments(transaction, base?.day ?? '');
  const before = new Map([...log].filter(([name]) => splitSegment(name).day < day));
  const { states, isWhole } = replayCards(listEvents(before).filter(isCardEvent), former, base?.states);
  return isWhole || base === undefined ? states : undefined;
}

async function readStates(transaction: Reading | Writing, names: string): Promise<KnownCards | undefined> {
  const store = transaction.objectStore('reviews');
  const [day, value] = [await store.get('day'), await store.get('states')];
  if (typeof day !== 'string' || !isRecord(value) || value.form !== FORM || value.former !== names) return undefined;
  const { states } = value;
  return states instanceof Map && [...states.values()].every(isState) ? { day, states } : undefined;
}

function isState(value: unknown): value is CardState {
  return (
    isRecord(value) && typeof value.changedAt === 'number' && (value.memory === undefined || isRecord(value.memory))
  );
}
