/** Damage as it happens to files: bytes that are changed, lost, doubled or moved, and files that are cut off. */

/** Numbers from 0 to 1, the same for the same seed. @see https://en.wikipedia.org/wiki/Xorshift */
function createRandom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Changes a list of bytes or characters in one to four places. */
function mutate(units: readonly number[], seed: number, max: number): number[] {
  const random = createRandom(seed);
  const pick = (end: number) => Math.floor(random() * end);
  let mutated = [...units];
  for (let count = pick(4); count >= 0; count -= 1) {
    const place = pick(mutated.length);
    const end = place + pick(20);
    const piece = mutated.slice(place, end);
    const kinds = [
      () => mutated.with(Math.min(place, mutated.length - 1), pick(max)),
      () => mutated.with(Math.min(place, mutated.length - 1), (mutated[place] ?? 0) ^ (1 << pick(8))),
      () => mutated.toSpliced(place, piece.length),
      () => mutated.toSpliced(pick(mutated.length), 0, ...piece),
      () => mutated.slice(0, random() < 0.2 ? place : mutated.length),
    ];
    mutated = kinds[pick(kinds.length)]?.() ?? mutated;
    if (mutated.length === 0) return mutated;
  }
  return mutated;
}

export function mutateText(text: string, seed: number): string {
  const codes = Array.from(text, (character) => character.charCodeAt(0));
  return String.fromCharCode(...mutate(codes, seed, 128));
}

export function mutateBytes(bytes: Uint8Array, seed: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(mutate([...bytes], seed, 256));
}
