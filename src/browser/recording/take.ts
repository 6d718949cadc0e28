/** One recording while it is made: from a microphone that is open to what ends it, a chunk at a time. */
import { markQuestion, type Recording, type RecordingEnd, startRecording } from '../../domain/recording.ts';
import type { StorageProblem } from '../storage/study-store.ts';
import { type ChunkQueue, createChunkQueue } from './chunk-queue.ts';
import type { LiveRecordings } from './live-recordings.ts';
import type { RecordingStore } from './recording-store.ts';

/** A chunk comes so often, in milliseconds. */
export const TIMESLICE = 5000;
/** More than this between two chunks: the computer slept. A dialog of the browser that stays open looks the same. */
export const LONGEST_GAP = 120_000;
/** Chunks that wait for the disk. The database gives up before it comes to so many. */
const MOST_WAITING = 8;

export interface TakeOptions {
  readonly store: RecordingStore;
  readonly live: LiveRecordings;
  /** Milliseconds since 1970: a clock that goes on while the computer sleeps. */
  readonly now: () => number;
  readonly createId: () => string;
}

/** What ended it, unless the reader did; `nothing` where they did so before any sound came. */
export type TakeProblem = StorageProblem | Exclude<RecordingEnd, 'stopped'> | 'nothing';

interface Piece {
  readonly chunk: Blob;
  readonly ms: number;
}

export class Take {
  readonly ended: Promise<TakeProblem | undefined>;
  onEnding: (() => void) | undefined;
  readonly #options: TakeOptions;
  readonly #media: MediaRecorder;
  readonly #queue: ChunkQueue<Piece>;
  readonly #letGo: () => Promise<void>;
  #recording: Recording;
  #end: RecordingEnd | undefined;
  #problem: TakeProblem | undefined;
  /** Milliseconds up to `#since`. */
  #counted = 0;
  #since: number;
  #isRunning = true;

  constructor(options: TakeOptions, media: MediaRecorder, session: string) {
    this.#options = options;
    this.#media = media;
    const now = options.now();
    this.#since = now;
    this.#recording = startRecording({ id: options.createId(), session, type: media.mimeType, startedAt: now });
    this.#queue = createChunkQueue({
      write: (piece) => this.#write(piece),
      limit: MOST_WAITING,
      onBreak: () => this.#breakOff(),
    });
    this.ended = new Promise((resolve) => {
      media.addEventListener('stop', () => void this.#finish().then(resolve));
    });
    media.addEventListener('dataavailable', ({ data }) => this.#take(data));
    media.addEventListener('error', () => this.end('failed'));
    for (const track of media.stream.getTracks()) track.addEventListener('ended', () => this.end('device'));
    media.start(TIMESLICE);
    this.#letGo = options.live.hold(this.#recording.id);
  }

  pause(): void {
    this.#count();
    this.#isRunning = false;
    this.#media.requestData();
    this.#media.pause();
  }

  resume(): void {
    this.#since = this.#options.now();
    this.#isRunning = true;
    this.#media.resume();
  }

  mark(question: string): void {
    this.#recording = markQuestion(this.#recording, this.elapsed(), question);
  }

  elapsed(): number {
    if (!this.#isRunning) return this.#counted;
    return this.#counted + Math.min(Math.max(0, this.#options.now() - this.#since), 2 * TIMESLICE);
  }

  /** The first reason counts. */
  end(end: RecordingEnd): void {
    if (this.#end !== undefined) return;
    this.#end = end;
    this.#count();
    this.#isRunning = false;
    this.onEnding?.();
    // Where all tracks have ended, the browser stops it by itself.
    if (this.#media.state !== 'inactive') this.#media.stop();
    releaseMicrophone(this.#media.stream);
  }

  #count(): void {
    this.#counted = this.elapsed();
    this.#since = this.#options.now();
  }

  #take(chunk: Blob): void {
    const gap = this.#options.now() - this.#since;
    this.#count();
    if (chunk.size > 0) this.#queue.add({ chunk, ms: this.#counted });
    // What was recorded before the sleep has come with it.
    if (this.#isRunning && gap > LONGEST_GAP) this.end('asleep');
  }

  async #write({ chunk, ms }: Piece): Promise<boolean> {
    const next = await this.#options.store.append(this.#recording, chunk, { ms, marks: this.#recording.marks });
    // Meanwhile something may have been asked.
    if (next) this.#recording = { ...next, marks: this.#recording.marks };
    return next !== undefined;
  }

  #breakOff(): void {
    this.#problem = this.#options.store.problem.get() ?? 'failed';
    this.end(this.#problem === 'full' ? 'full' : 'failed');
  }

  async #finish(): Promise<TakeProblem | undefined> {
    this.end('device');
    await this.#queue.settle();
    const end = this.#end ?? 'failed';
    await this.#options.store.finish(this.#recording.id, end);
    await this.#letGo();
    if (this.#problem !== undefined) return this.#problem;
    if (end !== 'stopped') return end;
    return this.#recording.chunks === 0 ? 'nothing' : undefined;
  }
}

export function releaseMicrophone(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
