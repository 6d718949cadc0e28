/** Builds side by side, a row for each, as a table in Markdown. */
import { PHASES } from './build-phase.ts';
import type { BuildRun } from './build-run.ts';
import type { SiteSize } from './build-size.ts';

export interface MeasuredBuild {
  readonly notes: number;
  readonly run: BuildRun;
  readonly size: SiteSize;
}

type Column = readonly [title: string, cell: (build: MeasuredBuild) => string];

const whole = (value: number) => value.toFixed(0);
const inMegabytes = (bytes: number) => whole(bytes / 1e6);

const COLUMNS: readonly Column[] = [
  ['notes', ({ notes }) => whole(notes)],
  ['pages', ({ size }) => whole(size.pages)],
  ['seconds', ({ run }) => whole(run.seconds)],
  ['CPU s', ({ run }) => whole(run.cpu)],
  ['CPU ms a page', ({ run, size }) => ((run.cpu / size.pages) * 1000).toFixed(1)],
  ...PHASES.map((phase): Column => [`${phase}, CPU s`, ({ run }) => run.phases.get(phase)?.toFixed(0) ?? '']),
  ['peak MB', ({ run }) => inMegabytes(run.memory)],
  ['files', ({ size }) => whole(size.files)],
  ['site MB', ({ size }) => inMegabytes(size.total)],
  ['HTML MB', ({ size }) => inMegabytes(size.html)],
  ['search MB', ({ size }) => inMegabytes(size.search)],
  ['a note, kB brotli', ({ size }) => (size.note / 1000).toFixed(1)],
];

export function printBuilds(builds: readonly MeasuredBuild[]): string {
  const rows = [
    COLUMNS.map(([title]) => title),
    COLUMNS.map(() => '---:'),
    ...builds.map((build) => COLUMNS.map(([, cell]) => cell(build))),
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
