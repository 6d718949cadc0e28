/** Changes of a text at places that were found in it beforehand. */

export interface TextEdit {
  /** From 0, in UTF-16 units, as JavaScript counts. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Makes all changes. Of two that overlap, the one that begins first is made. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let [result, from] = ['', 0];
  for (const { start, end, text: added } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < from) continue;
    result += text.slice(from, start) + added;
    from = end;
  }
  return result + text.slice(from);
}
