/**
 * What somebody's doing says of their knowledge of a topic, as so many answers that were right and so many that were wrong.
 * The unit is one interview question, answered in one's own words; what says less of it counts as a part of one. Why these
 * weights: docs/decisions/023-weakness-estimate.md.
 */

export interface Observation {
  /** Right answers that it is worth, and wrong ones. */
  readonly right: number;
  readonly wrong: number;
  /** When it was seen, in milliseconds since 1970; `undefined` of what is true now. */
  readonly at: number | undefined;
}

/** How much each kind is worth, in answers. */
export const WEIGHTS = {
  /** A question of an interview, judged by the reader along a rubric. */
  interview: 1,
  /** An exercise that tests have judged; half where only the reader says so. */
  solved: 2,
  claimed: 1,
  /** Solved, but after the solution was seen. */
  copied: 0.25,
  /** Tried, or looked up, and not solved. */
  failed: 1,
  /** A flashcard that is in review: it asks for one fact. */
  card: 0.25,
  /** All flashcards of a topic together, at most. */
  cards: 4,
  /** A whole checklist; each item is its part of it. */
  checklist: 0.5,
  /** The note was marked as studied. */
  studied: 0.25,
} as const;

/** @param share from 0, wrong, to 1, right */
export function observe(share: number, weight: number, at: number | undefined): Observation {
  return { right: weight * share, wrong: weight * (1 - share), at };
}
