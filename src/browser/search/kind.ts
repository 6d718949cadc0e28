/** Kinds of what is found, as the index knows them, and the groups in which a reader sees them. */

/** Its order is the one in which groups are offered as filters. */
export const GROUPS = ['note', 'card', 'exercise', 'roadmap', 'project', 'interview', 'resource', 'page'] as const;
export type Group = (typeof GROUPS)[number];

/**
 * How much a page counts for what it is, all else being equal: who searches for a topic wants the note on it first. The
 * home page names every topic of the site in few words.
 */
const PRIORS: Readonly<Record<string, readonly [group: Group, prior: number]>> = {
  note: ['note', 1],
  area: ['note', 0.85],
  exercise: ['exercise', 0.75],
  card: ['card', 0.6],
  deck: ['card', 0.55],
  roadmap: ['roadmap', 0.6],
  item: ['roadmap', 0.4],
  project: ['project', 0.4],
  interview: ['interview', 0.85],
  resource: ['resource', 0.4],
  catalog: ['page', 0.6],
  page: ['page', 0.5],
  resources: ['page', 0.5],
  guide: ['page', 0.35],
  home: ['page', 0.1],
};

export function groupOf(kind: string | undefined): Group {
  return PRIORS[kind ?? '']?.[0] ?? 'page';
}

export function priorOf(kind: string | undefined): number {
  return PRIORS[kind ?? '']?.[1] ?? 0.8;
}
