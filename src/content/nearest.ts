/** "Did you mean": the names closest to one that was not found. */
import { distance } from 'fastest-levenshtein';

/** How many candidates a hint names. */
const MOST = 3;

/**
 * The known names most like a wanted one, nearest first; none when nothing is near.
 * @example findNearest('gli', ['gil', 'async-await']) // ['gil']
 */
export function findNearest(wanted: string, known: readonly string[]): string[] {
  const limit = Math.ceil(wanted.length / 2);
  return known
    .map((name) => ({ name, distance: distance(wanted.toLowerCase(), name.toLowerCase()) }))
    .filter((candidate) => candidate.distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ name }) => name);
}
