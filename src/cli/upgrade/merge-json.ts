/** Merges JSON by its keys, so that two sides who added a line at the same place do not meet. */
import { isRecord, isSameJson, readField } from '../../domain/json.ts';

/** A value that both sides changed, each in its way. `undefined` is a key that is not there. */
export interface Dispute {
  /** Its keys from the top: `['scripts', 'test']`. */
  readonly keys: readonly string[];
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** @returns the value to take; `undefined` takes the key away */
export type Settle = (dispute: Dispute) => unknown;

/**
 * @param base what both came from
 * @param ours the fork's
 * @param theirs the newer engine's; its order of keys is kept
 */
export function mergeJson(base: unknown, ours: unknown, theirs: unknown, settle: Settle): unknown {
  return mergeValue({ keys: [], base, ours, theirs }, settle);
}

function mergeValue(values: Dispute, settle: Settle): unknown {
  const { base, ours, theirs } = values;
  if (isSameValue(ours, theirs) || isSameValue(base, ours)) return theirs;
  if (isSameValue(base, theirs)) return ours;
  if (isRecord(ours) && isRecord(theirs)) return mergeRecord({ ...values, ours, theirs }, settle);
  return settle(values);
}

interface RecordDispute extends Dispute {
  readonly ours: Readonly<Record<string, unknown>>;
  readonly theirs: Readonly<Record<string, unknown>>;
}

function mergeRecord({ keys, base, ours, theirs }: RecordDispute, settle: Settle): unknown {
  const old = isRecord(base) ? base : {};
  const merged = orderKeys(Object.keys(ours), Object.keys(theirs)).map((key) => {
    const sides = { base: readField(old, key), ours: readField(ours, key), theirs: readField(theirs, key) };
    return [key, mergeValue({ keys: [...keys, key], ...sides }, settle)] as const;
  });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

/** Theirs, and each of ours that they do not have behind the one that it stands behind in ours. */
function orderKeys(ours: readonly string[], theirs: readonly string[]): string[] {
  const order = [...theirs];
  for (const [index, key] of ours.entries()) {
    if (!order.includes(key)) order.splice(order.indexOf(ours[index - 1] ?? '') + 1, 0, key);
  }
  return order;
}

function isSameValue(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return isSameJson(a, b);
}
