/** Everything that an upgrade would do, without doing any of it. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '../new/refusal.ts';
import { listCodemods } from './codemods.ts';
import { type Engine, readOwnershipText } from './engine.ts';
import { findMoves, followMoves } from './moves.ts';
import { type Outcome, settleStep } from './outcome.ts';
import type { Owner } from './ownership.ts';
import { planUpgrade, type Versions } from './plan.ts';
import { formatFiles } from './ready.ts';
import { formatRecord, RECORD } from './record.ts';
import { keepBlob, readTree } from './tree.ts';
import type { EngineVersions } from './versions.ts';

export interface Prepared {
  readonly from: Engine;
  readonly to: Engine;
  readonly outcomes: readonly Outcome[];
  /** Names of the codemods to run. */
  readonly codemods: readonly string[];
  readonly trees: Versions;
}

/** Made of package.json when that is merged. */
const LOCKFILE = 'package-lock.json';

/** @throws {Refusal} when files that git does not know are in the way */
export async function prepareUpgrade(project: string, versions: EngineVersions): Promise<Prepared> {
  const { from, to, source } = versions;
  const trees = {
    base: readTree(project, from.tree),
    ours: readTree(project, 'HEAD'),
    theirs: readTree(project, to.tree),
  };
  const findOwner = await loadFindOwner(readOwnershipText(project, to, source));
  const planned = followMoves(planUpgrade(trees, findOwner), findMoves(project, from.tree, to.tree));
  const steps = planned.filter(({ file }) => file !== LOCKFILE);
  const outcomes = steps.map((step) => settleStep(project, step, `engine ${to.version}`));
  refuseInTheWay(project, outcomes);
  return { from, to, outcomes, codemods: listCodemods(trees.base, trees.theirs), trees };
}

/** The newer engine knows best which files are its own. */
async function loadFindOwner(text: string): Promise<(file: string) => Owner | undefined> {
  const folder = mkdtempSync(path.join(tmpdir(), 'upgrade-'));
  try {
    const file = path.join(folder, 'ownership.mts');
    writeFileSync(file, text);
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)).findOwner;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function refuseInTheWay(project: string, outcomes: readonly Outcome[]): void {
  const added = outcomes.flatMap(({ change }) =>
    change !== undefined && change.before === undefined ? change.file : [],
  );
  const inTheWay = added.filter((file) => existsSync(path.join(project, file)));
  if (inTheWay.length === 0) return;
  throw new Refusal(
    `Nothing was changed. The newer engine has files where yours lie that no commit has:\n${formatFiles(inTheWay)}\n\nMove or commit them, and run the upgrade again.`,
  );
}

/** The note for the next upgrade, as one more file to write. */
export function planRecord(project: string, { to, upstream }: EngineVersions, { trees }: Prepared): Outcome {
  const { version, commit, tree } = to;
  const text = formatRecord({ upstream, version, ...(commit === undefined ? {} : { commit }), tree });
  const change = { file: RECORD, before: trees.ours.get(RECORD), after: keepBlob(project, text) };
  return { file: RECORD, fate: 'clean', note: 'says which engine this is', change };
}
