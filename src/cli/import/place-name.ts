/** Names of files as addresses: what any name becomes, and one that is still free. */

/** @returns nothing but lower-case letters, digits and hyphens; `fallback` where nothing is left, as of 名前 */
export function toPlaceName(name: string, fallback = 'note'): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  // The overview of a folder is the site's to write.
  return plain === 'index' ? 'overview' : plain || fallback;
}

/** Hands out each name once: the second `a` is `a-2`. */
export class FreeNames {
  readonly #taken: Set<string>;
  /** By name the last number, so that a thousand of the same do not count from one each time. */
  readonly #last = new Map<string, number>();

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  take(name: string, extension = ''): string {
    let number = this.#last.get(name + extension) ?? 1;
    const numbered = () => `${name}${number === 1 ? '' : `-${number}`}${extension}`;
    while (this.#taken.has(numbered())) number += 1;
    this.#last.set(name + extension, number);
    this.#taken.add(numbered());
    return numbered();
  }
}
