/** The worker that Python runs in. One program at a time: the page sends the next one when the last is done. */
import type { OutputChunk } from '../runner.ts';
import { createDeadline } from './deadline.ts';
import { watchDownloads } from './download.ts';
import { type Interpreter, startInterpreter } from './interpreter.ts';
import { capMemory } from './memory-cap.ts';
import type { FromWorker, RunMessage, StartMessage, ToWorker } from './messages.ts';
import { createOutputBuffer } from './output-buffer.ts';
import { PYTHON_FILES } from './python-files.ts';
import { readReport, readSqliteReport } from './report.ts';
import { openSnapshotStore } from './snapshot-store.ts';

/** Milliseconds after the first program, while its reader reads: packing a snapshot takes a processor for a second. */
const SNAPSHOT_DELAY = 2_000;
/** Memory is never given back: past this the next program gets a fresh interpreter. */
const WORN_HEAP = 200 * 1024 * 1024;

const deadline = createDeadline();
let interpreter: Interpreter | undefined;
/** Keeps the snapshot of this start, if one was made. */
let keepSnapshot: (() => void) | undefined;

function send(message: FromWorker): void {
  postMessage(message);
}

function tellBroken(id: number | undefined, error: unknown): void {
  send({ kind: 'broken', id, message: error instanceof Error ? error.message : String(error) });
}

async function start({ assets, cache, snapshot }: StartMessage): Promise<void> {
  capMemory();
  watchDownloads(assets, {
    onProgress: (share) => send({ kind: 'progress', share }),
    onFailure: (error) => tellBroken(undefined, error),
  });
  const maker = [assets.folder, navigator.userAgent, ...Object.entries(PYTHON_FILES).flat()].join('\n');
  const store = openSnapshotStore(cache, maker);
  const kept = snapshot ? await store.read() : undefined;
  const options = { base: assets.folder, files: PYTHON_FILES, deadline };
  if (kept !== undefined) {
    try {
      interpreter = await startInterpreter({ ...options, snapshot: kept });
      return send({ kind: 'ready', from: 'snapshot' });
    } catch {
      await store.clear();
    }
  }
  const onSnapshot = (made: Uint8Array) => {
    keepSnapshot = () => void store.write(made);
  };
  interpreter = await startInterpreter({ ...options, snapshot: undefined, ...(snapshot && { onSnapshot }) });
  send({ kind: 'ready', from: 'start' });
}

function run({ id, request, limit }: RunMessage): void {
  if (interpreter === undefined) throw new Error('Python is not started.');
  const output = createOutputBuffer((chunks: readonly OutputChunk[]) => send({ kind: 'output', id, chunks }));
  if (request.engine === 'sqlite') {
    const { report, text } = runSqlite(interpreter, request.blocks, limit);
    output.add('stdout', text);
    output.flush();
    return send({ kind: 'done', id, report, isWorn: false });
  }
  deadline.start(limit);
  const answer = interpreter.run(JSON.stringify(request), (stream, text) => output.add(stream, text));
  deadline.stop();
  output.flush();
  const { report, isDirty } = readReport(answer);
  send({ kind: 'done', id, report, isWorn: isDirty || interpreter.heap > WORN_HEAP });
}

function runSqlite(python: Interpreter, blocks: RunMessage['request']['blocks'], limit: number) {
  const started = performance.now();
  const codes = blocks.map(({ code }) => code);
  const answer = python.runSqlite(
    JSON.stringify({ code: codes.at(-1), earlier: codes.slice(0, -1), limit: limit / 1000 }),
  );
  return readSqliteReport(answer, performance.now() - started);
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'start') start(data).catch((error: unknown) => tellBroken(undefined, error));
  else {
    try {
      run(data);
      if (keepSnapshot !== undefined) setTimeout(keepSnapshot, SNAPSHOT_DELAY);
      keepSnapshot = undefined;
    } catch (error) {
      tellBroken(data.id, error);
    }
  }
});
