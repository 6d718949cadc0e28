/**
 * A checklist item, or a note, as pages name it to their scripts: its key, followed by the keys that it had before it was renamed or
 * its page was, `gil#explain|concurrency/gil#explain-lock`. Ticks made under a former key count until the item is ticked
 * under its present one; they are never rewritten, so that the content may take a renaming back.
 */
import type { Tick, TickState } from './tick.ts';

const SEPARATOR = '|';

/** @param former keys that the item had, in any order */
export function createItemToken(key: string, former: readonly string[]): string {
  return [key, ...former].join(SEPARATOR);
}

/** The present key, under which a new tick is kept, and the former ones. */
export function keysOfItem(token: string): [key: string, ...former: string[]] {
  const [key = '', ...former] = token.split(SEPARATOR);
  return [key, ...former];
}

/** The present key of each key that things have or had. A key that is in use again is the one of its present owner. */
export function presentKeys(tokens: readonly string[]): ReadonlyMap<string, string> {
  const keys = tokens.map(keysOfItem);
  const former = keys.flatMap(([key, ...old]) => old.map((name): [string, string] => [name, key]));
  return new Map([...former, ...keys.map(([key]): [string, string] => [key, key])]);
}

/** An item without a tick is open. */
export function stateOfItem(token: string, ticks: Readonly<Record<string, Tick>>): TickState {
  return tickOfItem(token, ticks)?.state ?? 'open';
}

/** The tick that counts for an item. */
export function tickOfItem(token: string, ticks: Readonly<Record<string, Tick>>): Tick | undefined {
  const [key, ...former] = keysOfItem(token);
  const earlier = former.flatMap((name) => ticks[name] ?? []).sort((a, b) => b.at - a.at);
  return ticks[key] ?? earlier[0];
}
