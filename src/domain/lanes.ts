/**
 * What several sessions did in turns, each in a lane of its own: who says what, who waits, and for how long. Read from what
 * a program printed (`lanes-text.ts`), drawn by `lanes-drawing.ts`.
 */

/** One row of the picture: a session says something, or what it waited for comes. */
export interface LaneStep {
  /** Which session, from 0. */
  readonly lane: number;
  /** `undefined` where only a result comes. */
  readonly statement: string | undefined;
  readonly result: string | undefined;
  readonly isError: boolean;
  /** Whether the session waits from here on, until its next step. */
  readonly isWaiting: boolean;
}

/** One run, from its first statement to its last result. */
export interface LaneRun {
  /** What tells it from the other runs of its block. */
  readonly title: string | undefined;
  readonly steps: readonly LaneStep[];
}

export const MAX_LANES = 4;

/** “A” for 0 */
export function nameLane(lane: number): string {
  return String.fromCharCode(65 + lane);
}

export function countLanes({ steps }: LaneRun): number {
  return 1 + Math.max(0, ...steps.map(({ lane }) => lane));
}

/** For each step, which lanes wait while it happens: what they wait for comes later, or never. */
export function findWaiting({ steps }: LaneRun): readonly ReadonlySet<number>[] {
  const waiting = new Set<number>();
  return steps.map(({ lane, isWaiting }) => {
    waiting.delete(lane);
    const others = new Set(waiting);
    if (isWaiting) waiting.add(lane);
    return others;
  });
}
