/** Writes the ids that the entries of a data file lack, each derived from the entry's own words. */
import { slug } from 'github-slugger';
import { isMap, isNode, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { DataPath } from '../data/yaml-text.ts';
import { isRecord } from '../page.ts';
import { type Edit, type Insertion, insertAll, type WrittenId } from './edit.ts';

/** Keys whose text says what an entry is, best first. */
const NAMING = ['title', 'text', 'question', 'name'];
const MAX_WORDS = 6;

/**
 * @param missing paths of the entries that need an id and have none
 * @param main tag of the main language, whose text gives the id
 */
export function addDataIds(text: string, missing: readonly DataPath[], main: string): Edit {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const taken = new Set(listIds(document.toJS()));
  const insertions: Insertion[] = [];
  const ids: WrittenId[] = [];
  for (const path of missing) {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    const [first] = isMap(node) ? node.items : [];
    if (!isMap(node) || !isNode(first?.key) || !first.key.range) continue;
    const id = chooseId(nameOf(node, main), taken);
    taken.add(id);
    const [at] = first.key.range;
    const { line, col } = lines.linePos(at);
    insertions.push({ at, text: node.flow ? `id: ${id}, ` : `id: ${id}${lineEndOf(text)}${' '.repeat(col - 1)}` });
    ids.push({ id, line });
  }
  return { text: insertAll(text, insertions), ids };
}

function nameOf(node: YAMLMap, main: string): string {
  for (const key of NAMING) {
    const value: unknown = node.get(key);
    if (typeof value === 'string') return value;
    const inMain: unknown = isMap(value) ? value.get(main) : undefined;
    if (typeof inMain === 'string') return inMain;
  }
  return '';
}

function chooseId(name: string, taken: ReadonlySet<string>): string {
  const plain = slug(name.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-+/g, '-');
  const wanted = plain.split('-').filter(Boolean).slice(0, MAX_WORDS).join('-') || 'entry';
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}

function listIds(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listIds);
  if (!isRecord(value)) return [];
  return [...(typeof value.id === 'string' ? [value.id] : []), ...Object.values(value).flatMap(listIds)];
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
