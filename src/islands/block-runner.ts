/** Which runner a block takes, and how what its fence says becomes a request. */
import type { ReadableAtom } from 'nanostores';
import { getPythonRunner } from '../browser/runners/python/client.ts';
import type { PythonReport } from '../browser/runners/python/request.ts';
import type { RunnerState, RunReport } from '../browser/runners/runner.ts';
import type { RunOutput } from './run-output.ts';

export interface BlockRunner {
  readonly state: ReadableAtom<RunnerState>;
  /** @param codes the block's code last, after those that it continues */
  run(codes: readonly string[], output: RunOutput): Promise<RunReport & Pick<PythonReport, 'limit'>>;
  stop(): void;
}

/** @param fence `data-` attributes of the block */
export function chooseRunner(fence: Readonly<DOMStringMap>): BlockRunner {
  const runner = getPythonRunner();
  const engine = fence.lang === 'sql' ? 'sqlite' : 'python';
  return {
    state: runner.state,
    stop: () => runner.stop(),
    run(codes, output) {
      const stdin = fence.stdin?.split('\n') ?? [];
      const clock = fence.clock === 'real' ? 'real' : 'virtual';
      const record = fence.timeline !== undefined;
      const blocks = codes.map((code) => ({ code }));
      return runner.run({ blocks, stdin, clock, record, engine }, (chunk) => output.write(chunk));
    },
  };
}
