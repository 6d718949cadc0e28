/**
 * Chunks on their way to the disk, one after the other. A chunk is let go as soon as it is written, so that a recording of any
 * length takes the same memory. Where the disk cannot keep up, the queue breaks rather than grow.
 */
export interface ChunkQueue<Chunk> {
  /** How many chunks are held in memory at this moment. */
  readonly size: number;
  add(chunk: Chunk): void;
  /** Resolves when nothing is on its way. */
  settle(): Promise<void>;
}

export interface ChunkQueueOptions<Chunk> {
  /** Tells whether it is on the disk. */
  readonly write: (chunk: Chunk) => Promise<boolean>;
  readonly limit: number;
  /** Called once; what comes later is dropped, since a recording with a hole in it cannot be played. */
  readonly onBreak: () => void;
}

export function createChunkQueue<Chunk>({ write, limit, onBreak }: ChunkQueueOptions<Chunk>): ChunkQueue<Chunk> {
  /** The first one is being written. */
  const waiting: Chunk[] = [];
  let isBroken = false;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    for (let chunk = waiting[0]; chunk !== undefined; chunk = waiting[0]) {
      const isWritten = await write(chunk).catch((error: unknown) => {
        console.error('A piece of the recording was not written:', error);
        return false;
      });
      if (!isWritten) breakOff();
      waiting.shift();
    }
    running = undefined;
  }

  function breakOff(): void {
    waiting.splice(1);
    if (isBroken) return;
    isBroken = true;
    onBreak();
  }

  return {
    get size() {
      return waiting.length;
    },
    add(chunk) {
      if (isBroken) return;
      if (waiting.length >= limit) return breakOff();
      waiting.push(chunk);
      running ??= run();
    },
    async settle() {
      await running;
    },
  };
}
