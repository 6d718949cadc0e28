/** How far a reader is with a project. */
import { stateOfItem } from './item-token.ts';
import type { Tick } from './tick.ts';

export const PROJECT_STATES = ['open', 'started', 'done'] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];

/**
 * A project is done when every criterion that it must meet is; one that was skipped is not. It is started with the first
 * thing that is ticked.
 * @param must tokens of the criteria that it must meet, see item-token.ts
 * @param others tokens of what else can be ticked: criteria that it should meet, milestones
 */
export function stateOfProject(
  must: readonly string[],
  others: readonly string[],
  ticks: Readonly<Record<string, Tick>>,
): ProjectState {
  const stateOf = (token: string) => stateOfItem(token, ticks);
  if (must.length > 0 && must.every((token) => stateOf(token) === 'done')) return 'done';
  const isBegun = [...must, ...others].some((token) => ['doing', 'done'].includes(stateOf(token)));
  return isBegun ? 'started' : 'open';
}
