/**
 * `npm run bench:build -- --notes 100,1000`: builds sites of as many notes, in every language, each in a copy of the project
 * with content that is made of ours, and prints what each took. `--keep` leaves the copies in `.cache/bench`, `--table` writes
 * the table into a file as well, after each build, and `--node-options=--max-old-space-size=8192` hands something to Node. Linux
 * only, since memory is read from `/proc`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import site from '../../site.config.ts';
import { foldersOf } from '../content/check/checked-site.ts';
import { openDiskFiles } from '../content/files/disk-files.ts';
import { readPages } from '../content/page.ts';
import { makeContent } from './bench/build-content.ts';
import { runBuild } from './bench/build-run.ts';
import { measureSite } from './bench/build-size.ts';
import { type MeasuredBuild, printBuilds } from './bench/build-table.ts';
import { ROOT } from './setup/project.mjs';
import { copyProject, linkPackages } from './site/project-copy.ts';

const FOLDER = path.join(ROOT, '.cache/bench');

const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '100,1000' },
    keep: { type: 'boolean', default: false },
    table: { type: 'string' },
    'node-options': { type: 'string' },
  },
});
const files = openDiskFiles(ROOT);
const [note] = readPages(files, foldersOf(site)).filter(({ isNote, place }) => isNote && place.locale === 'root');
const builds: MeasuredBuild[] = [];
for (const count of values.notes.split(',').map(Number)) {
  const root = path.join(FOLDER, `${count}-notes`);
  prepareCopy(root, count);
  const run = await runBuild(root, values['node-options']);
  builds.push({ notes: count, run, size: measureSite(path.join(root, 'dist'), note?.place.path ?? '') });
  if (!values.keep) rmSync(root, { recursive: true });
  if (values.table !== undefined) writeFileSync(values.table, `${printBuilds(builds)}\n`);
}
console.log(printBuilds(builds));

/** A project of its own, in a repository, since pages say when they were last changed. */
function prepareCopy(root: string, count: number): void {
  rmSync(root, { recursive: true, force: true });
  copyProject(root);
  linkPackages(root);
  for (const [file, text] of makeContent(files, site, count)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  git(root, ['init', '--quiet']);
  git(root, ['add', '--all']);
  git(root, ['commit', '--quiet', '--message', 'all']);
}

function git(root: string, words: readonly string[]): void {
  const identity = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', '-c', 'commit.gpgsign=false'];
  const { status, stderr } = spawnSync('git', [...identity, '-c', 'core.hooksPath=', ...words], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}
