/**
 * `npm run bench:build -- --notes 100,1000`: builds sites of as many notes, in every language, each in a copy of the project
 * with content that is made of ours, and prints what each took. `--keep` leaves the copies in `.cache/bench`, `--table` writes
 * the table into a file as well, after each build, and `--node-options=--max-old-space-size=8192` hands something to Node. Linux
 * only, since memory is read from `/proc`.
 */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import site from '../../site.config.ts';
import { foldersOf } from '../content/check/checked-site.ts';
import { openDiskFiles } from '../content/files/disk-files.ts';
import { readPages } from '../content/page.ts';
import { runBuild } from './bench/build-run.ts';
import { measureSite } from './bench/build-size.ts';
import { type MeasuredBuild, printBuilds } from './bench/build-table.ts';
import { prepareCopy } from './bench/site-copy.ts';
import { ROOT } from './setup/project.mjs';

const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '100,1000' },
    keep: { type: 'boolean', default: false },
    table: { type: 'string' },
    'node-options': { type: 'string' },
  },
});
const [note] = readPages(openDiskFiles(ROOT), foldersOf(site)).filter(
  ({ isNote, place }) => isNote && place.locale === 'root',
);
const builds: MeasuredBuild[] = [];
for (const count of values.notes.split(',').map(Number)) {
  const root = prepareCopy(count);
  const run = await runBuild(root, values['node-options']);
  builds.push({ notes: count, run, size: measureSite(path.join(root, 'dist'), note?.place.path ?? '') });
  if (!values.keep) rmSync(root, { recursive: true });
  if (values.table !== undefined) writeFileSync(values.table, `${printBuilds(builds)}\n`);
}
console.log(printBuilds(builds));
