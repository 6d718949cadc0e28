/** Sleeps in a worker without burning the processor, and without shared memory between threads. */

/** @returns a function that blocks for some seconds */
export function createBlockingSleep(): (seconds: number) => void {
  try {
    // Shared with nobody: a page without special headers may have it all the same, and Atomics.wait takes no other.
    const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
    const cell = new Int32Array(buffer);
    Atomics.wait(cell, 0, 0, 1);
    return (seconds) => void Atomics.wait(cell, 0, 0, seconds * 1000);
  } catch {
    return (seconds) => {
      const end = performance.now() + seconds * 1000;
      while (performance.now() < end);
    };
  }
}
