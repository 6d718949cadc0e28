/**
 * A checklist item as pages name it to their scripts: its key, followed by the keys that it had before it was renamed or
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

/** An item without a tick is open. */
export function stateOfItem(token: string, ticks: Readonly<Record<string, Tick>>): TickState {
  const [key, ...former] = keysOfItem(token);
  const earlier = former.flatMap((name) => ticks[name] ?? []).sort((a, b) => b.at - a.at);
  return (ticks[key] ?? earlier[0])?.state ?? 'open';
}
