/** A text with something put in, everything else byte for byte as it was. */

export interface Insertion {
  /** Position in the text, in UTF-16 units. */
  readonly at: number;
  readonly text: string;
}

/** An id that was written down, and where. */
export interface WrittenId {
  readonly id: string;
  /** 1-based line of the new text's source. */
  readonly line: number;
}

export interface Edit {
  readonly text: string;
  readonly ids: readonly WrittenId[];
}

export function insertAll(text: string, insertions: readonly Insertion[]): string {
  return insertions
    .toSorted((a, b) => b.at - a.at)
    .reduce((result, { at, text: added }) => result.slice(0, at) + added + result.slice(at), text);
}

/** Where each line begins, and where its text ends before the line's own end. */
export function listLineEnds(text: string): number[] {
  return [...text.matchAll(/\r?\n|$/g)].map(({ index }) => index);
}
