/**
 * Recordings of the reader's voice, in this browser only: stores `recordings` and `recording-chunks` of study-database.ts,
 * never in a backup, never sent anywhere.
 *
 * Shape: a recording (domain/recording.ts) by its id, and its sound in chunks of some seconds, by `[id, number]`. A chunk and
 * what it changes in the recording are written in one transaction, so that a recording never tells of what is not there.
 * Chunks are kept as bytes: WebKit does not always take Blobs into IndexedDB.
 * @see https://github.com/GoogleChrome/workbox/issues/1908
 */
import { type Recording, type RecordingEnd, type RecordingMark, readRecording } from '../../domain/recording.ts';
import type { StudyConnection } from '../storage/study-connection.ts';
import { RECORDING_STORES, type Reading, read, type Writing, write } from '../storage/study-database.ts';

/** How many chunks are in memory at once while a recording is put together. */
const BATCH = 32;

export interface Progress {
  /** How long the recording is with the chunk, in milliseconds. */
  readonly ms: number;
  readonly marks: readonly RecordingMark[];
}

export interface RecordingStore extends Pick<StudyConnection, 'problem'> {
  /**
   * Writes the next chunk.
   * @returns the recording with it; `undefined` where the browser refuses, which `problem` then says, or where the recording
   * was deleted meanwhile
   */
  append(recording: Recording, chunk: Blob, progress: Progress): Promise<Recording | undefined>;
  /** Says why a recording is over. What was never written needs no end. */
  finish(id: string, end: RecordingEnd): Promise<void>;
  /**
   * Recordings, the oldest first; `undefined` where the browser refuses.
   * @param session of one interview only
   */
  list(session?: string): Promise<readonly Recording[] | undefined>;
  /** Its sound; `undefined` where there is none, or the browser refuses. */
  read(id: string): Promise<Blob | undefined>;
  /** Tells whether they are gone. */
  remove(ids: readonly string[]): Promise<boolean>;
}

export function createRecordingStore({ attempt, problem }: StudyConnection): RecordingStore {
  function look<Result>(work: (transaction: Reading) => Promise<Result>): Promise<Result | undefined> {
    return attempt((database) => read(database, work, RECORDING_STORES));
  }

  function change<Result>(work: (transaction: Writing) => Promise<Result>): Promise<Result | undefined> {
    return attempt((database) => write(database, work, RECORDING_STORES));
  }

  /** Some chunks in one transaction, as a Blob, which the browser keeps outside the page's memory. */
  async function readBatch(id: string, from: number): Promise<{ blob: Blob; count: number } | undefined> {
    const range = IDBKeyRange.bound([id, from], [id, from + BATCH], false, true);
    const chunks = await look((transaction) => transaction.objectStore('recording-chunks').getAll(range));
    return chunks && { blob: new Blob(chunks.filter(isBytes)), count: chunks.length };
  }

  return {
    problem,
    async append(recording, chunk, { ms, marks }) {
      const bytes = await chunk.arrayBuffer();
      return change(async (transaction) => {
        const heads = transaction.objectStore('recordings');
        const known = readRecording(await heads.get(recording.id));
        if (known === undefined && recording.chunks > 0) return undefined;
        const { chunks, bytes: before } = known ?? recording;
        const next = { ...recording, ms, marks, bytes: before + bytes.byteLength, chunks: chunks + 1 };
        await transaction.objectStore('recording-chunks').put(bytes, [recording.id, chunks]);
        await heads.put(next, recording.id);
        return next;
      });
    },
    async finish(id, end) {
      await change(async (transaction) => {
        const heads = transaction.objectStore('recordings');
        const known = readRecording(await heads.get(id));
        if (known) await heads.put({ ...known, end }, id);
      });
    },
    async list(session) {
      const heads = await look((transaction) => transaction.objectStore('recordings').getAll());
      return heads
        ?.flatMap((head) => readRecording(head) ?? [])
        .filter((recording) => session === undefined || recording.session === session)
        .sort((a, b) => a.startedAt - b.startedAt);
    },
    async read(id) {
      const recording = readRecording(await look((transaction) => transaction.objectStore('recordings').get(id)));
      if (recording === undefined) return undefined;
      const parts: Blob[] = [];
      for (let from = 0; from < recording.chunks; from += BATCH) {
        const batch = await readBatch(id, from);
        if (batch === undefined || batch.count === 0) return undefined;
        parts.push(batch.blob);
      }
      return new Blob(parts, { type: recording.type });
    },
    async remove(ids) {
      const isDone = await change(async (transaction) => {
        const heads = transaction.objectStore('recordings');
        const chunks = transaction.objectStore('recording-chunks');
        await Promise.all(ids.flatMap((id) => [heads.delete(id), chunks.delete(IDBKeyRange.bound([id], [id, []]))]));
        return true;
      });
      return isDone === true;
    },
  };
}

function isBytes(value: unknown): value is ArrayBuffer {
  return value instanceof ArrayBuffer;
}
