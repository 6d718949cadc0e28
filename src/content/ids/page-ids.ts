/**
 * Writes the ids that a page lacks: its own, and those of its checklist items.
 *
 * An item gets the id that was derived from its text, so that ticks made under it stay. A translation gets the ids of
 * its original, page and items, where both have equally many items.
 */
import type { ChecklistItem } from '../checklist.ts';
import { isRecord, type Page } from '../page.ts';
import { type Edit, type Insertion, insertAll, listLineEnds, type WrittenId } from './edit.ts';

const WRITABLE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** @param original the page that this one translates; `undefined` for originals */
export function addPageIds(page: Page, original: Page | undefined): Edit {
  const { text } = page.source;
  const ends = listLineEnds(text);
  const insertions: Insertion[] = [];
  const ids: WrittenId[] = [];
  if (!page.hasId && page.yaml.problems.length === 0) {
    const id = original?.id.id ?? (page.place.path || 'home');
    insertions.push(insertPageId(page, id, ends));
    ids.push({ id, line: 2 });
  }
  const taken = new Set(page.document.items.filter(({ isExplicit }) => isExplicit).map(({ id }) => id));
  const isParallel = original?.document.items.length === page.document.items.length;
  for (const [index, item] of page.document.items.entries()) {
    if (item.isExplicit || /\s\^\S+\s*$/.test(item.text)) continue;
    const id = chooseId(item, isParallel ? original?.document.items[index]?.id : undefined, taken);
    taken.add(id);
    insertions.push({ at: ends[item.endLine - 1] ?? text.length, text: ` ^${id}` });
    ids.push({ id, line: item.line });
  }
  return { text: insertAll(text, insertions), ids };
}

function insertPageId({ source, document, yaml }: Page, id: string, ends: readonly number[]): Insertion {
  const lineEnd = source.text.includes('\r\n') ? '\r\n' : '\n';
  if (document.frontmatter === undefined)
    return { at: 0, text: `---${lineEnd}id: ${id}${lineEnd}---${lineEnd}${lineEnd}` };
  if (!isRecord(yaml.value) || !('id' in yaml.value)) return { at: ends[0] ?? 0, text: `${lineEnd}id: ${id}` };
  // The key is there and has no value.
  const { line } = yaml.positionOfKey([], 'id');
  return { at: ends[line - 1] ?? 0, text: ` ${id}` };
}

function chooseId(item: ChecklistItem, ofOriginal: string | undefined, taken: ReadonlySet<string>): string {
  const wanted = ofOriginal ?? (WRITABLE.test(item.id) ? item.id : simplify(item.id));
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}

/** `señal_de-alto` → `senal-de-alto`; what has no Latin letters is called `item`. */
function simplify(id: string): string {
  const plain = id
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain || 'item';
}
