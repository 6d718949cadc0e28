/** What is saved along with a group that a reader chooses. */
import type { GroupState } from './group-state.ts';

/**
 * The group, and whatever is out of date: pages and runners of two publications may not fit together.
 * @param states of all groups that there are
 */
export function selectGroups(name: string, states: Readonly<Record<string, GroupState>>): string[] {
  const outdated = Object.keys(states).filter((other) => states[other]?.kind === 'outdated');
  return [...new Set([name, ...outdated])].filter((other) => states[other] !== undefined);
}
