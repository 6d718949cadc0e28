/** What a reader says of themselves: abilities ticked, a note marked as studied. Weak evidence, and none against them. */
import { tickOfItem } from '../item-token.ts';
import type { Tick } from '../tick.ts';
import { type Observation, observe, WEIGHTS } from './observation.ts';

export interface OwnWord {
  readonly abilities: number;
  /** When each ability was ticked that is. */
  readonly ticked: readonly number[];
  /** When the note was marked as studied; `undefined` where it is not. */
  readonly studiedAt: number | undefined;
}

/** @param items tokens of the note's checklist: item-token.ts */
export function readOwnWord(
  items: readonly string[],
  ticks: Readonly<Record<string, Tick>>,
  studiedAt: number | undefined,
): OwnWord {
  const ticked = items.flatMap((item) => {
    const tick = tickOfItem(item, ticks);
    return tick?.state === 'done' ? [tick.at] : [];
  });
  return { abilities: items.length, ticked, studiedAt };
}

export function observeOwnWord({ abilities, ticked, studiedAt }: OwnWord): Observation[] {
  const parts = ticked.map((at) => observe(1, WEIGHTS.checklist / abilities, at));
  return studiedAt === undefined ? parts : [...parts, observe(1, WEIGHTS.studied, studiedAt)];
}
