/** Synonyms: no expression in two groups, which would make one group of them. */
import { fold } from '../../domain/search/word.ts';
import type { DataFile } from '../data-file.ts';
import type { Problem } from '../problem.ts';

export function checkSynonyms({ path, kind, data, yaml }: DataFile): Problem[] {
  if (kind !== 'synonyms' || !Array.isArray(data)) return [];
  /** Where each expression stands first: its group, and its place there. Within a group, two languages may differ in an accent only. */
  const known = new Map<string, readonly [group: number, index: number]>();
  return data.flatMap((group: unknown, place) =>
    (Array.isArray(group) ? group : []).flatMap((expression: unknown, index): Problem[] => {
      const plain = fold(String(expression)).replace(/\s+/g, ' ').trim();
      const first = known.get(plain) ?? ([place, index] as const);
      known.set(plain, first);
      if (first[0] === place) return [];
      const message = `"${expression}" stands in the group of line ${yaml.positionOf(first).line} too`;
      const hint = 'make one group of the two, or take it out of one';
      return [{ file: path, ...yaml.positionOf([place, index]), code: 'synonym-twice', message, hint }];
    }),
  );
}
