/** The word that was probably meant by one that does not occur. */

export interface KnownWord {
  readonly word: string;
  /** On how many pages it stands. */
  readonly pages: number;
}

/** Typed in a hurry: letters that are wrong, missing, too many, or in the wrong order, each counted once. */
function countSlips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}

/** Words of three letters are too near to each other. */
const SHORTEST = 4;

/**
 * @param typed in lower case, without accents
 * @param known every word that can be meant
 * @returns `undefined` where none is near enough
 */
export function findNearestWord(typed: string, known: readonly KnownWord[]): string | undefined {
  if (typed.length < SHORTEST) return undefined;
  const most = typed.length < 7 ? 1 : 2;
  let best: string | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const { word, pages } of known) {
    const slips = word === typed ? 0 : countSlips(typed, word, most);
    if (slips > most) continue;
    // One slip less weighs more than any number of pages; the first letter is seldom wrong.
    const score = -4 * slips + (word[0] === typed[0] ? 1 : 0) + Math.log10(1 + pages);
    if (score > bestScore) [best, bestScore] = [word, score];
  }
  return best;
}
