/** What is saved along with a group that a reader chooses. */
import type { GroupState } from './group-state.ts';
import { POSTGRES, PYTHON, SITE } from './manifest.ts';

/**
 * The group, what it is of no use without, and whatever is out of date: pages and runners of two publications may not fit
 * together.
 * @param states of all groups that there are
 * @param own group of the pages in the reader's language
 */
export function selectGroups(name: string, states: Readonly<Record<string, GroupState>>, own: string): string[] {
  const isEngine = name === PYTHON || name === POSTGRES;
  const needed = new Set([SITE, ...(isEngine ? [own] : []), name]);
  const outdated = Object.keys(states).filter((other) => states[other]?.kind === 'outdated');
  return [...new Set([...needed, ...outdated])].filter((other) => {
    const kind = states[other]?.kind;
    return kind !== undefined && (other === name || kind !== 'saved');
  });
}
