/**
 * What is known of each card, from what was done with it.
 *
 * Events count in their order in time, whichever device they come from, so that two merged logs give the same everywhere.
 * What was undone is left out as if it had never been, and so is an answer's second telling. An answer that crams, and
 * whatever this version does not know, changes nothing.
 *
 * A replay may go on from an earlier one (`base`), which is what makes opening a session fast. That gives the same as a
 * replay of everything only if the new events are later than all the old ones of their card and undo none of them;
 * `isWhole` says whether that was so.
 */
import { withoutCopies } from './anki-copies.ts';
import { type CardEvent, type ChangeEvent, keyOfEvent, presentName, type UndoEvent } from './card-event.ts';
import { type Memory, rateCard } from './scheduler.ts';

export interface CardState {
  /** `undefined` of a new card. */
  readonly memory: Memory | undefined;
  readonly isSuspended: boolean;
  /** The learning day up to which it is put aside, `''` where it never was. */
  readonly buriedOn: string;
  /** When it was changed last, in milliseconds since 1970. */
  readonly changedAt: number;
}

/** Each card that something was done with, by its name. */
export type CardStates = ReadonlyMap<string, CardState>;

export const NEW_CARD: CardState = { memory: undefined, isSuspended: false, buriedOn: '', changedAt: 0 };

/** A card that is forgotten so often needs to be written anew rather than to be learned: it is suspended, and shown as such. */
const LEECH_LAPSES = 8;
/** A leech that the reader has taken back is suspended again after as many lapses. */
const LEECH_STEP = 4;

export interface Replay {
  readonly states: CardStates;
  readonly isWhole: boolean;
}

/**
 * @param events in the order in which they happened
 * @param former present card ids by former ones: what was learned before a renaming still counts
 * @param base states from an earlier replay
 * @param watch is told of each event that counts, and what its card was before
 */
export function replayCards(
  events: readonly CardEvent[],
  former: ReadonlyMap<string, string>,
  base: CardStates = new Map(),
  watch?: (event: ChangeEvent, before: CardState) => void,
): Replay {
  const states = new Map(base);
  const { done, isWhole } = listChanges(events, former);
  let isLater = true;
  for (const event of done) {
    const name = presentName(event.c, former);
    const before = states.get(name) ?? NEW_CARD;
    const old = base.get(name);
    // Equally early is not later: of two such events another order may be right.
    if (old && event.t <= old.changedAt) isLater = false;
    watch?.(event, before);
    states.set(name, changeCard(before, event));
  }
  return { states, isWhole: isWhole && isLater };
}

/**
 * What counts of what was done: neither what was undone nor the copies of an answer that came back from Anki. A copy goes
 * first, since it is known by the reader's own answer: where that was undone, its copy does not take its place.
 * @param events in the order in which they happened
 * @param former present card ids by former ones
 */
export function listChanges(
  events: readonly CardEvent[],
  former: ReadonlyMap<string, string>,
): {
  readonly done: readonly ChangeEvent[];
  /** Whether all that was undone is among the events. */
  readonly isWhole: boolean;
} {
  const isUndo = (event: CardEvent): event is UndoEvent => event.k === 'undo';
  const undone = new Set(events.filter(isUndo).map(({ of }) => keyOfEvent(of)));
  const changes = withoutCopies(events, former).filter((event): event is ChangeEvent => event.k !== 'undo');
  if (undone.size === 0) return { done: changes, isWhole: true };
  const done = changes.filter((event) => !undone.has(keyOfEvent(event)));
  const found = new Set(events.filter((event) => !isUndo(event)).map(keyOfEvent));
  return { done, isWhole: [...undone].every((key) => found.has(key)) };
}

/** The state of a card after one thing more. */
function changeCard(state: CardState, event: ChangeEvent): CardState {
  const changed = { ...state, changedAt: Math.max(state.changedAt, event.t) };
  switch (event.k) {
    case 'suspend':
      return { ...changed, isSuspended: event.on };
    case 'bury':
      return { ...changed, buriedOn: event.day };
    case 'forget':
      return { ...changed, memory: undefined };
    case 'review': {
      if (event.cram) return changed;
      const memory = rateCard(state.memory, event.r, event, event.i);
      const isForgotten = memory.lapses > (state.memory?.lapses ?? 0);
      return { ...changed, memory, isSuspended: state.isSuspended || (isForgotten && isLeechNow(memory.lapses)) };
    }
  }
}

/** Whether the card has been forgotten so often that it should be rewritten. */
export function isLeech({ memory }: CardState): boolean {
  return (memory?.lapses ?? 0) >= LEECH_LAPSES;
}

function isLeechNow(lapses: number): boolean {
  return lapses >= LEECH_LAPSES && (lapses - LEECH_LAPSES) % LEECH_STEP === 0;
}
