/** Which runner a block takes, and how what its fence says becomes a request. */
import type { ReadableAtom } from 'nanostores';
import type { Editor } from '../browser/editor/editor.ts';
import type { PythonReport } from '../browser/runners/python/request.ts';
import type { RunnerState, RunReport } from '../browser/runners/runner.ts';
import { isTimeline, type Timeline } from '../domain/timeline.ts';
import type { RunOutput } from './run-output.ts';
import { describeEnding, describeState } from './run-status.ts';
import { readSqlWords, readTimelineNames, sayRun } from './run-words.ts';

export interface BlockRunner {
  readonly state: ReadableAtom<RunnerState>;
  /** @param codes the block's code last, after those that it continues */
  run(codes: readonly string[], output: RunOutput): Promise<RunReport & Pick<PythonReport, 'limit'>>;
  stop(): void;
  /** Ends the engine; the next run starts a fresh one. */
  dispose(): void;
}

/** @param fence `data-` attributes of the block */
export function chooseRunner(fence: Readonly<DOMStringMap>): Promise<BlockRunner> {
  return fence.lang === 'sql' && fence.engine !== 'sqlite' ? openPostgres() : openPython(fence);
}

async function openPython(fence: Readonly<DOMStringMap>): Promise<BlockRunner> {
  const { getPythonRunner } = await import('../browser/runners/python/client.ts');
  const runner = getPythonRunner();
  const engine = fence.lang === 'sql' ? 'sqlite' : 'python';
  return {
    state: runner.state,
    stop: () => runner.stop(),
    dispose: () => runner.dispose(),
    async run(codes, output) {
      const stdin = fence.stdin?.split('\n') ?? [];
      const clock = fence.clock === 'real' ? 'real' : 'virtual';
      const record = fence.timeline !== undefined;
      const blocks = codes.map((code) => ({ code }));
      const report = await runner.run({ blocks, stdin, clock, record, engine }, (chunk) => output.write(chunk));
      if (isTimeline(report.timeline)) output.show(await drawFigure(report.timeline));
      return report;
    },
  };
}

/** The drawing is made as markup, the same in a page that is built and in one that is open. */
async function drawFigure(timeline: Timeline): Promise<HTMLElement> {
  const { drawTimeline } = await import('../domain/timeline-drawing.ts');
  const figure = document.createElement('figure');
  figure.className = 'study-timeline not-content';
  figure.id = `timeline-${crypto.randomUUID()}`;
  figure.innerHTML = drawTimeline(timeline, readTimelineNames(), figure.id);
  return figure;
}

async function openPostgres(): Promise<BlockRunner> {
  const { getPostgresRunner } = await import('../browser/runners/postgres/page-runner.ts');
  const { renderSqlReport } = await import('./sql-result.ts');
  const runner = getPostgresRunner();
  return {
    state: runner.state,
    stop: () => runner.stop(),
    dispose: () => runner.dispose(),
    async run(codes, output) {
      const report = await runner.run({ blocks: codes.map((code) => ({ code })) });
      const { results, error } = report;
      if (results.length > 0 || error?.place !== undefined) output.show(renderSqlReport(report, readSqlWords()));
      // The view holds the error already.
      return error?.place === undefined ? report : { ...report, error: { ...error, text: '' } };
    },
  };
}

interface RunSurface {
  readonly output: RunOutput;
  readonly editor: Editor | undefined;
  say(text: string): void;
}

/** Runs code and shows what comes of it: state, output, traceback, the place of an error. */
export async function runCodes(
  runner: BlockRunner,
  codes: readonly string[],
  { output, editor, say }: RunSurface,
): Promise<RunReport> {
  editor?.mark(undefined);
  output.clear();
  output.caption(sayRun('caption'));
  const unsubscribe = runner.state.subscribe((state) => say(describeState(state)));
  const report = await runner.run(codes, output);
  unsubscribe();
  const { error, ending } = report;
  if (error !== undefined && error.text !== '' && ending !== 'load-failed') output.writeError(error.text);
  if (error?.place) editor?.mark(error.place, error.message);
  if (output.isEmpty()) output.caption(sayRun('nothing'));
  say(describeEnding(report));
  return report;
}
