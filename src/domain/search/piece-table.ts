/** What is known of pieces of text, looked up where they stand: to cut out each would make a string of every word of a site. */

/** Slots at first, a power of two; there are always at least twice as many as pieces. */
const SLOTS = 1 << 12;

export class PieceTable<T> {
  /** Number of a piece plus one, by its hash; 0 where there is none. */
  #slots = new Int32Array(SLOTS);
  readonly #hashes: number[] = [];
  readonly #pieces: string[] = [];
  readonly #values: T[] = [];

  /** What is known of the piece from `start` to before `end`. @param create is asked where it is met for the first time */
  read(text: string, start: number, end: number, create: (piece: string) => T): T {
    const hash = hashOf(text, start, end);
    let slot = this.#slotOf(hash);
    for (let number = this.#slots[slot] ?? 0; number > 0; number = this.#slots[slot] ?? 0) {
      const piece = this.#pieces[number - 1] ?? '';
      if (this.#hashes[number - 1] === hash && isAt(text, start, end, piece)) return this.#values[number - 1] as T;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    const piece = text.slice(start, end);
    const value = create(piece);
    this.#hashes.push(hash);
    this.#pieces.push(piece);
    this.#slots[slot] = this.#values.push(value);
    if (this.#values.length * 2 > this.#slots.length) this.#grow();
    return value;
  }

  #slotOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#slots.length - 1);
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (const [index, hash] of this.#hashes.entries()) {
      let slot = this.#slotOf(hash);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = index + 1;
    }
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let index = start; index < end; index += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}

function isAt(text: string, start: number, end: number, piece: string): boolean {
  if (piece.length !== end - start) return false;
  for (let index = 0; index < piece.length; index += 1) {
    if (piece.charCodeAt(index) !== text.charCodeAt(start + index)) return false;
  }
  return true;
}
