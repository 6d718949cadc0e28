/**
 * How readers judge an answer of theirs: four levels on four dimensions, each level described in words on the page, so that
 * two assessments a month apart mean the same.
 */

/**
 * correctness: is what was said true and complete; depth: why, what it costs, how it fails; clarity: could somebody follow
 * who does not know it; examples: code, numbers, cases from work.
 */
export const DIMENSIONS = ['correctness', 'depth', 'clarity', 'examples'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Not yet, partly, well, as a senior would. */
export const GRADES = [1, 2, 3, 4] as const;
export type Grade = (typeof GRADES)[number];

export type Ratings = Readonly<Record<Dimension, Grade>>;

/** From here on an answer counts as a good one. */
const GOOD = 3;

export function isGrade(value: unknown): value is Grade {
  return (GRADES as readonly unknown[]).includes(value);
}

/** The mean of the four dimensions, 1 to 4. */
export function meanOf(ratings: Ratings): number {
  return DIMENSIONS.reduce((sum, dimension) => sum + ratings[dimension], 0) / DIMENSIONS.length;
}

/** Whether an answer was good on the whole, and not wrong. */
export function isGood(ratings: Ratings): boolean {
  return meanOf(ratings) >= GOOD && ratings.correctness >= GOOD;
}
