/** Keeps a program from taking all the memory of a tab: past the cap WebAssembly cannot grow, and Python raises MemoryError. */
const PAGE = 64 * 1024;
const CAP = 512 * 1024 * 1024;

/** Replaces `WebAssembly.Memory.prototype.grow` of this worker; call it before the interpreter is loaded. */
export function capMemory(cap = CAP): void {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function growBelowCap(this: WebAssembly.Memory, pages: number) {
    if (this.buffer.byteLength + pages * PAGE > cap) throw new RangeError('The memory of a program is limited.');
    return grow.call(this, pages);
  };
}
