/** The pages that were probably meant by an address without a page. */

/** From here on two addresses are alike: half of their pairs of letters are the same. */
const ALIKE = 0.5;

/**
 * @param sought path within a language, without base and slashes at its ends: `foundations/decorator`
 * @param known paths of pages, in the same form
 * @param most how many to name
 * @returns the best first; none where nothing is alike
 */
export function findNearestAddresses(sought: string, known: readonly string[], most = 3): string[] {
  return known
    .map((path) => ({ path, share: Math.max(compare(sought, path), compare(lastOf(sought), lastOf(path))) }))
    .filter(({ share }) => share >= ALIKE)
    .sort((a, b) => b.share - a.share || compare(sought, b.path) - compare(sought, a.path))
    .slice(0, most)
    .map(({ path }) => path);
}

function lastOf(path: string): string {
  return path.split('/').at(-1) ?? '';
}

/** Share of the pairs of letters that two texts have in common (Dice), from 0 to 1. */
function compare(a: string, b: string): number {
  const [pairs, others] = [pairsOf(a), pairsOf(b)];
  const all = pairs.size + others.size;
  return all === 0 ? 0 : (2 * [...pairs].filter((pair) => others.has(pair)).length) / all;
}

function pairsOf(text: string): Set<string> {
  const letters = text.toLowerCase();
  return new Set([...letters].slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
