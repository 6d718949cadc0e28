/**
 * Finds a backup that was damaged on its way. Not a defense against somebody who forges one: that needs a secret.
 *
 * FNV-1a over 32 bits. White space does not count, since mail programs and formatters change it.
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const SPACE = 32;

/** Takes in one part of a text after another: `value()` does not depend on where it was cut. */
export function createChecksum() {
  let hash = OFFSET;
  return {
    add(text: string): void {
      let next = hash;
      for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        if (code > SPACE) next = Math.imul(next ^ code, PRIME);
      }
      hash = next;
    },
    /** Eight hexadecimal digits. */
    value: (): string => (hash >>> 0).toString(16).padStart(8, '0'),
  };
}
