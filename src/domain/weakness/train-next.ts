/**
 * What is most worth training: topics that the reader is weak in, and those of their plan of which nothing is known. A
 * weak topic comes before an unknown one, whose estimate would be the middle; among equals the plan's order decides.
 */
import { type Standing, standingOf } from './estimate.ts';
import type { TopicStanding } from './weakness-map.ts';

/** Where nothing is known, as many are right as wrong. */
const UNKNOWN = 0.5;
/** Nobody gains much from training what they know. */
const ENOUGH: Standing = 'solid';

/**
 * @param standings in the order of the site
 * @param plan notes that the reader's plan leads to, in order
 */
export function pickTraining<Found extends TopicStanding>(
  standings: readonly Found[],
  plan: readonly string[],
  count: number,
): Found[] {
  const places = new Map(plan.map((id, place) => [id, place]));
  const placeOf = ({ id }: TopicStanding) => places.get(id) ?? plan.length;
  return standings
    .filter(({ id, isTouched, estimate }) => {
      if (isTouched) return false;
      return estimate === undefined ? places.has(id) : standingOf(estimate) !== ENOUGH;
    })
    .sort((a, b) => meanOf(a) - meanOf(b) || placeOf(a) - placeOf(b))
    .slice(0, count);
}

function meanOf({ estimate }: TopicStanding): number {
  return estimate?.mean ?? UNKNOWN;
}
