/** States and endings of a run in words. */
import type { PythonReport } from '../browser/runners/python/request.ts';
import type { RunnerState, RunReport } from '../browser/runners/runner.ts';
import { sayRun, saySize } from './run-words.ts';

export function describeState(state: RunnerState): string {
  if (state.kind === 'absent') return sayRun('absent', { size: saySize(state.bytes) });
  if (state.kind === 'downloading')
    // In tens: each step is read aloud to some.
    return sayRun('downloading', { share: Math.floor(state.share * 10) * 10, size: saySize(state.bytes) });
  return sayRun(state.kind);
}

/** One sentence on how it ended. */
export function describeEnding(report: RunReport & Pick<PythonReport, 'limit'>): string {
  const { ending, error, limit, ms } = report;
  const line = error?.place?.line;
  if (ending === 'done') return sayRun('done', { ms: Math.max(1, Math.round(ms)) });
  if (ending === 'timeout')
    return sayRun(line === undefined ? 'timeoutHard' : 'timeout', { seconds: Math.round(ms / 1000), line: line ?? '' });
  if (ending === 'unsupported' && limit === 'packages') return sayRun('packages');
  if (ending === 'error' && line !== undefined) return sayRun('errorAt', { line });
  return sayRun(ending);
}
