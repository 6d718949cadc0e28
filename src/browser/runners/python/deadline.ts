/**
 * Ends a program at a deadline without shared memory, which needs headers that a static host does not send.
 *
 * Pyodide polls the first element of its interrupt buffer from the evaluation loop: a getter answers as soon as the time is
 * up, and Python raises KeyboardInterrupt at the reader's line. It answers again every quarter of a second, so that code
 * which swallows the exception is stopped too. Pyodide writes 0 at every poll, which the setter ignores.
 *
 * An undocumented use of a documented function: the version is pinned, and tests hold it.
 * @see https://pyodide.org/en/stable/usage/api/js-api.html#pyodide.setInterruptBuffer
 */
const INTERRUPT = 2;
const AGAIN = 250;

export interface Deadline {
  readonly buffer: Uint8Array;
  /** Whether the program of the last `start` was interrupted. */
  readonly isOverdue: boolean;
  start(milliseconds: number): void;
  stop(): void;
}

export function createDeadline(now: () => number = () => performance.now()): Deadline {
  let deadline = Number.POSITIVE_INFINITY;
  let isOverdue = false;
  const poll = {
    get 0() {
      if (now() < deadline) return 0;
      isOverdue = true;
      deadline = now() + AGAIN;
      return INTERRUPT;
    },
    set 0(_value: number) {},
  };
  return {
    // Only its first element is ever read.
    buffer: poll as unknown as Uint8Array,
    get isOverdue() {
      return isOverdue;
    },
    start(milliseconds) {
      isOverdue = false;
      deadline = now() + milliseconds;
    },
    stop() {
      deadline = Number.POSITIVE_INFINITY;
    },
  };
}
