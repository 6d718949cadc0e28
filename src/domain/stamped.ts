/**
 * Values that say when they were set, `{ …, at }`, and the one rule by which everything in the study document is merged:
 * the later one counts.
 *
 * The rule must give the same on every device in any order, and must hold for what this version does not know: a later
 * version may add fields at any depth, and an older one carries them along and merges them. So a field that a later
 * version adds is to be a stamped value, or a record of such: two of those merge without loss.
 */
import { compareJson, isRecord, readField } from './json.ts';

/** Last time that a `Date` can name. A later one is damage, and would win over all that the reader does from now on. */
const MAX_TIME = 8.64e15;

/** A value set at a time in milliseconds since 1970. */
export interface Stamped {
  readonly at: number;
}

export function isStamped(value: unknown): value is Record<string, unknown> & Stamped {
  return isRecord(value) && typeof value.at === 'number' && Math.abs(value.at) <= MAX_TIME;
}

/** When a value was set; one that does not say so is earlier than all that do. */
export function stampOf(value: unknown): number {
  return isStamped(value) ? value.at : Number.NEGATIVE_INFINITY;
}

/** The time for a change: now, yet later than what it replaces, even where the clock was set back. */
export function nextStamp(now: number, replaced: unknown): number {
  return Math.max(now, stampOf(replaced) + 1);
}

/**
 * The later of two values. Records without a time are merged field by field; a record wins over a plain value, and what
 * is still undecided is settled by the text.
 */
export function mergeValues(a: unknown, b: unknown): unknown {
  if (a === undefined) return b;
  if (b === undefined) return a;
  if (stampOf(a) !== stampOf(b)) return stampOf(a) > stampOf(b) ? a : b;
  if (isStamped(a)) return laterText(a, b);
  if (isRecord(a) && isRecord(b)) return mergeFields(a, b);
  if (isRecord(a) !== isRecord(b)) return isRecord(a) ? a : b;
  return laterText(a, b);
}

/** Every field of both, merged by `mergeValues`. */
export function mergeFields(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const names = Object.keys({ ...a, ...b });
  return Object.fromEntries(names.map((name) => [name, mergeValues(readField(a, name), readField(b, name))]));
}

/** Settles a draw, the same on every device. */
export function laterText<Value>(a: Value, b: Value): Value {
  return compareJson(a, b) >= 0 ? a : b;
}
