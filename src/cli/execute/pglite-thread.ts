/** The thread that PGlite runs in: a database for each group of a page, and a new one for each block without a group. */
import { parentPort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { extensionOptions } from '../../browser/runners/postgres/database.ts';
import { findExtensions } from '../../browser/runners/postgres/extension.ts';
import type { Outcome } from './outcome.ts';
import { readTemplate } from './pglite-template.ts';
import { runStatements } from './postgres.ts';

/** What the thread is asked: to run a block, or to forget the groups. Each is answered, and asked for only then again. */
export type PgliteRequest = { readonly code: string; readonly group: string | undefined } | 'start-page';

const groups = new Map<string, PGlite>();
const template = await readTemplate();

parentPort?.on('message', async (request: PgliteRequest) => {
  parentPort?.postMessage(request === 'start-page' ? await forgetGroups() : await run(request));
});
parentPort?.postMessage('ready');

async function run({ code, group }: Exclude<PgliteRequest, string>): Promise<Outcome> {
  const database = (group === undefined ? undefined : groups.get(group)) ?? (await createDatabase(code));
  if (group !== undefined) groups.set(group, database);
  const outcome = await runStatements(database, code);
  if (group === undefined) await database.close();
  return outcome;
}

async function forgetGroups(): Promise<void> {
  for (const database of groups.values()) await database.close();
  groups.clear();
}

/** An empty database, with the extensions that its first block creates. */
function createDatabase(code: string): Promise<PGlite> {
  const folder = import.meta.resolve('@electric-sql/pglite');
  return PGlite.create({ loadDataDir: template, ...extensionOptions(findExtensions([code]), folder) });
}
