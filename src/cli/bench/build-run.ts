/** Builds a copy of the project and measures it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { BUILD_FLAGS } from '../site/build.mjs';
import { type Phase, PhaseClock } from './build-phase.ts';
import { measureTree } from './process-tree.ts';

export interface BuildRun {
  readonly seconds: number;
  /** Seconds of a processor. */
  readonly cpu: number;
  /** Bytes at the peak. */
  readonly memory: number;
  /** Seconds of a processor. */
  readonly phases: ReadonlyMap<Phase, number>;
}

/** Milliseconds between two looks at the memory. */
const INTERVAL = 250;
/** How much of what was printed an error shows. */
const LAST_LINES = 40;

/**
 * @param root absolute path of the copy
 * @param options for Node, as `NODE_OPTIONS` has them
 * @throws {Error} with the last lines printed, where the build fails
 */
export async function runBuild(root: string, options: string | undefined): Promise<BuildRun> {
  const start = performance.now();
  const astro = path.join(root, 'node_modules/astro/bin/astro.mjs');
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', NODE_OPTIONS: options };
  const build = spawn(process.execPath, [...BUILD_FLAGS, astro, 'build', '--force'], { cwd: root, env });
  const clock = new PhaseClock();
  const peak = { memory: 0, cpu: 0 };
  const look = () => {
    const { memory, cpu } = measureTree(build.pid ?? 0);
    peak.memory = Math.max(peak.memory, memory);
    peak.cpu = Math.max(peak.cpu, cpu);
    return peak.cpu;
  };
  const last: string[] = [];
  for (const stream of [build.stdout, build.stderr]) {
    createInterface(stream).on('line', (line) => {
      clock.read(line, look());
      last.push(line);
      if (last.length > LAST_LINES) last.shift();
    });
  }
  const timer = setInterval(look, INTERVAL);
  const [status] = await once(build, 'close');
  clearInterval(timer);
  if (status !== 0) throw new Error(`the build of ${root} ended with ${status}:\n${last.join('\n')}`);
  return { seconds: (performance.now() - start) / 1000, ...peak, phases: clock.seconds };
}
