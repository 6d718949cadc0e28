/** What stays of the content that a fork begins with. */
import { findNearest } from '../../content/nearest.ts';
import { Refusal } from '../new/refusal.ts';

export type Keep = 'all' | 'none' | readonly string[];

/**
 * @param areas that are there
 * @throws {Refusal} naming the area that is not there
 * @example readKeep('django, fastapi', ['django', 'fastapi']) // ['django', 'fastapi']
 */
export function readKeep(text: string, areas: readonly string[]): Keep {
  const names = text.split(/[\s,]+/).filter((name) => name !== '');
  const [only] = names;
  if (names.length === 1 && (only === 'all' || only === 'none')) return only;
  if (only === undefined) throw new Refusal(`say all, none or areas: ${areas.join(', ')}`);
  const unknown = names.find((name) => !areas.includes(name));
  if (unknown === undefined) return areas.filter((area) => names.includes(area));
  const [nearest] = findNearest(unknown, areas);
  const hint = nearest === undefined ? `there are ${areas.join(', ')}` : `did you mean ${nearest}?`;
  throw new Refusal(`there is no area "${unknown}": ${hint}`);
}

/** As it is typed. */
export function writeKeep(keep: Keep): string {
  return typeof keep === 'string' ? keep : keep.join(',');
}
