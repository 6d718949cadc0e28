/** Gathers what a program prints, so that a page is sent a piece every so often and not one a line. */
import type { OutputChunk } from '../runner.ts';

/** Milliseconds between two pieces. */
const PAUSE = 50;

export interface OutputBuffer {
  add(stream: string, text: string): void;
  flush(): void;
}

export function createOutputBuffer(
  send: (chunks: readonly OutputChunk[]) => void,
  now: () => number = () => performance.now(),
): OutputBuffer {
  let chunks: OutputChunk[] = [];
  let sent = now();
  const flush = (): void => {
    if (chunks.length > 0) send(chunks);
    chunks = [];
    sent = now();
  };
  return {
    flush,
    add(name, text) {
      const stream = name === 'stderr' ? 'stderr' : 'stdout';
      const last = chunks.at(-1);
      if (last?.stream === stream) chunks[chunks.length - 1] = { stream, text: last.text + text };
      else chunks.push({ stream, text });
      if (now() - sent >= PAUSE) flush();
    },
  };
}
