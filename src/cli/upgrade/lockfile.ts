/**
 * Writes `package-lock.json` for a merged `package.json`. The newer engine's lockfile is the right one as long as the fork
 * has no packages of its own; otherwise npm adds them to it, away from the project, so that a failure leaves nothing behind.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isRecord, isSameJson } from '../../domain/json.ts';
import { Refusal } from '../new/refusal.ts';

type Manifest = Readonly<Record<string, unknown>>;

/** What npm copies from package.json into the lockfile and acts on. */
const ACTED_ON = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'bundleDependencies',
  'overrides',
  'workspaces',
];

export interface LockfileRequest {
  /** The fork's package.json after the merge. */
  readonly merged: Manifest;
  readonly theirs: Manifest;
  /** The newer engine's package-lock.json. */
  readonly lock: Manifest;
  /** The fork's `.npmrc`, if it has one. */
  readonly npmrc: string | undefined;
}

/** @throws {Refusal} when npm could not complete it, as without a network */
export function planLockfile({ merged, theirs, lock, npmrc }: LockfileRequest): string {
  const named = rename(lock, merged);
  if (ACTED_ON.every((field) => isSameJson(merged[field] ?? {}, theirs[field] ?? {}))) return format(named);
  const folder = mkdtempSync(path.join(tmpdir(), 'upgrade-'));
  try {
    writeFileSync(path.join(folder, 'package.json'), format(merged));
    writeFileSync(path.join(folder, 'package-lock.json'), format(named));
    if (npmrc !== undefined) writeFileSync(path.join(folder, '.npmrc'), npmrc);
    runNpm(folder);
    return readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The lockfile says the project's name too. */
function rename(lock: Manifest, { name, version, license, engines }: Manifest): Manifest {
  const packages = isRecord(lock.packages) ? lock.packages : {};
  const root = isRecord(packages['']) ? packages[''] : {};
  const facts = Object.entries({ name, version, license, engines }).filter(([, value]) => value !== undefined);
  return {
    ...lock,
    ...Object.fromEntries(facts.filter(([key]) => key in lock)),
    packages: { ...packages, '': { ...root, ...Object.fromEntries(facts) } },
  };
}

function runNpm(folder: string): void {
  const words = ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
  const [command, ...before] = npm?.endsWith('npm-cli.js') ? [node, npm] : ['npm'];
  const { status, stderr, error } = spawnSync(command ?? 'npm', [...before, ...words], { cwd: folder });
  if (status === 0) return;
  const said = error?.message ?? stderr.toString().trim();
  throw new Refusal(
    `Nothing was changed. npm could not add your own packages to the engine's package-lock.json:\n${said}\n\nIt needs a network. Run the upgrade again when there is one.`,
  );
}

function format(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
