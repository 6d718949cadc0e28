/** When a card comes up. Days are days since 1970. */
import { nameDay } from '../learning-day.ts';
import { splitCardName } from './card-event.ts';
import type { CardState, CardStates } from './replay.ts';

/** Whether a card may be asked: it is not put aside, neither for the day nor until it is taken back. */
export function isAskable({ isSuspended, buriedOn }: CardState, today: number): boolean {
  return !isSuspended && (buriedOn === '' || buriedOn < nameDay(today));
}

/** Days until a card comes up; `undefined` of one that is new or suspended. */
export function daysLeft({ memory, isSuspended }: CardState, today: number): number | undefined {
  if (memory === undefined || isSuspended) return undefined;
  return memory.phase === 'review' ? Math.max(0, memory.dueDay - today) : 0;
}

/** Ids of the cards of which a side is to be asked today. */
export function listDue(states: CardStates, today: number): ReadonlySet<string> {
  const due = [...states].filter(([, state]) => daysLeft(state, today) === 0 && isAskable(state, today));
  return new Set(due.map(([name]) => splitCardName(name).id));
}
