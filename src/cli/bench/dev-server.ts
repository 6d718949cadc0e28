/** A server for writers in a copy of the project, and what it takes until something is seen. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { DevReader } from '../site/dev-reader.ts';
import { measureTree } from './process-tree.ts';

export interface DevCost {
  /** Until it is seen. */
  readonly seconds: number;
  /** Seconds of a processor, until the server is quiet again. */
  readonly cpu: number;
}

/** Milliseconds without work after which a server is quiet; Astro waits for 500 before it writes its store. */
const QUIET = 1500;
const INTERVAL = 250;

export class DevServer {
  readonly reader: DevReader;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, reader: DevReader) {
    this.#process = process;
    this.reader = reader;
  }

  /**
   * @param root absolute path of the copy
   * @param options for Node, as `NODE_OPTIONS` has them
   * @throws {Error} with all that was printed, where no server comes up
   */
  static async start(root: string, options: string | undefined): Promise<DevServer> {
    const astro = path.join(root, 'node_modules/astro/bin/astro.mjs');
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: options };
    const server = spawn(process.execPath, [astro, 'dev'], { cwd: root, env });
    return new DevServer(server, await DevReader.open(await readAddress(server)));
  }

  /** What something takes, until it is done and until nothing that it began is at work. */
  async measure(act: () => Promise<unknown>): Promise<DevCost> {
    const before = this.cpu;
    const start = performance.now();
    await act();
    const seconds = (performance.now() - start) / 1000;
    await this.untilQuiet();
    return { seconds, cpu: this.cpu - before };
  }

  async untilQuiet(): Promise<void> {
    let known = this.cpu;
    for (let since = performance.now(); performance.now() - since < QUIET; ) {
      await wait(INTERVAL);
      if (this.cpu > known + 0.02) since = performance.now();
      known = this.cpu;
    }
  }

  /** Seconds of a processor so far. */
  get cpu(): number {
    return measureTree(this.#process.pid ?? 0).cpu;
  }

  /** Bytes. */
  get memory(): number {
    return measureTree(this.#process.pid ?? 0).memory;
  }

  async stop(): Promise<void> {
    this.reader.close();
    this.#process.kill();
    await once(this.#process, 'exit');
  }
}

function readAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += stripVTControlCharacters(chunk.toString());
      const [address] = /http:\/\/localhost:\d+\S*/.exec(output) ?? [];
      if (address !== undefined) resolve(address);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.on('exit', () => reject(new Error(output)));
  });
}
