/**
 * One estimate of a topic: the share of questions on it that the reader would answer well today, as a range.
 *
 * Right and wrong answers are counted on top of one of each that nobody gave (Laplace's rule: a beta distribution over an
 * even prior). So little evidence stays near the middle with a wide range, and much of it moves and narrows the range.
 * What was seen counts half after each half-life: what is old is no proof of today, neither for nor against.
 *
 * @see docs/decisions/023-weakness-estimate.md
 */
import type { Observation } from './observation.ts';

const DAY = 24 * 60 * 60 * 1000;
/** After so many days something that was seen counts half. */
export const HALF_LIFE = 90;
/** Right and wrong answers of nobody. */
const PRIOR = 1;
/** Standard deviations to each side: 8 of 10 readers with such evidence are within. */
const SPREAD = 1.28;
/** Less says little: three answers of last week are more. */
const FEW = 2.5;

export interface Estimate {
  /** Shares from 0 to 1: the most likely value and the range around it. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** How many answers the evidence is worth today. */
  readonly answers: number;
}

/** `little`: there is evidence, and too little of it to say more. */
export const STANDINGS = ['weak', 'shaky', 'solid', 'little'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * `undefined` where nothing was seen: no number is made of nothing.
 * @param now milliseconds since 1970
 */
export function estimate(observations: readonly Observation[], now: number): Estimate | undefined {
  const seen = observations.filter(({ right, wrong }) => right + wrong > 0);
  if (seen.length === 0) return undefined;
  let right = 0;
  let wrong = 0;
  for (const observation of seen) {
    const share = shareLeft(observation.at, now);
    right += share * observation.right;
    wrong += share * observation.wrong;
  }
  const all = right + wrong + 2 * PRIOR;
  const mean = (right + PRIOR) / all;
  const spread = SPREAD * Math.sqrt((mean * (1 - mean)) / (all + 1));
  return { mean, low: Math.max(0, mean - spread), high: Math.min(1, mean + spread), answers: right + wrong };
}

export function standingOf({ mean, answers }: Estimate): Standing {
  if (answers < FEW) return 'little';
  if (mean < 0.5) return 'weak';
  return mean < 0.75 ? 'shaky' : 'solid';
}

/** A clock that was ahead makes nothing count more than what is seen now. */
function shareLeft(at: number | undefined, now: number): number {
  return at === undefined ? 1 : 0.5 ** (Math.max(0, now - at) / DAY / HALF_LIFE);
}
