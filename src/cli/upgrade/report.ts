/** An upgrade in words: what becomes of the files, and what is left to do. */
import { styleText } from 'node:util';
import { type Engine, nameEngine } from './engine.ts';
import type { Outcome } from './outcome.ts';
import type { Fate } from './plan.ts';

const EXPLAINED: Readonly<Record<Fate, string>> = {
  clean: 'taken from the newer engine',
  'hand-merge': 'need your hand',
  deleted: 'you deleted them, and they stay deleted',
  local: 'yours, left alone',
};

export interface Described {
  readonly from: Engine;
  readonly to: Engine;
  readonly outcomes: readonly Outcome[];
}

/** @param isDryRun lists every file, and not only those that somebody should know of */
export function describePlan({ from, to, outcomes }: Described, isDryRun: boolean): string {
  const fates: Fate[] = ['clean', 'hand-merge', 'deleted', 'local'];
  const parts = fates.map((fate) => {
    const found = outcomes.filter((outcome) => outcome.fate === fate);
    // Of what is the fork's own, only what stands in the engine's files is news.
    const listed = found.filter(({ note }) => (fate === 'local' ? note !== 'yours' : fate !== 'clean' || isDryRun));
    const color = fate === 'hand-merge' && found.length > 0 ? 'yellow' : 'bold';
    const head = `${styleText(color, fate.padEnd(10))} ${String(found.length).padStart(5)}  ${EXPLAINED[fate]}`;
    return [head, ...listed.flatMap(describeOutcome)].join('\n');
  });
  return [`Engine ${nameEngine(from)} → ${nameEngine(to)}`, ...parts].join('\n');
}

function describeOutcome({ file, note, conflicts = [] }: Outcome): string[] {
  const places = conflicts.length === 0 ? [file] : conflicts.map((line) => `${file}:${line}`);
  return places.map((place) => `  ${place}  ${styleText('dim', note)}`);
}
