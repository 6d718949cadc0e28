/** Takes parts out of a YAML text, and leaves every other character as it was written. */
import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

type Collection = YAMLMap | YAMLSeq;

/** An entry of a collection: an element of a list, or a key with its value. */
interface Entry {
  readonly parent: Collection;
  readonly index: number;
}

/**
 * What goes for a place in the text.
 * - `entry`: the innermost element or key that stands there
 * - `element`: the innermost element of a list around it, with all that it says
 */
export type Extent = 'entry' | 'element';

export interface Cut {
  /** Offset in the text. */
  readonly at: number;
  readonly extent: Extent;
}

/**
 * A collection of which nothing is left goes, too.
 * @param emptied what a list takes along of which nothing is left: its key, or all that its element around says
 * @returns `undefined` where nothing would be left of the whole
 */
export function cutYaml(text: string, cuts: readonly Cut[], emptied: Extent = 'entry'): string | undefined {
  const { contents } = parseDocument(text);
  if (!isCollection(contents)) return text;
  const gone = new Map<Collection, Set<number>>();
  for (const cut of cuts) {
    const path = findPath(contents as Collection, cut.at);
    const entry = cut.extent === 'entry' ? path.at(-1) : path.findLast(({ parent }) => isSeq(parent));
    if (entry === undefined) return undefined;
    if (take(path.slice(0, path.indexOf(entry) + 1), gone, emptied) === 'all') return undefined;
  }
  const ranges = [...gone].flatMap(([parent, indexes]) => listRanges(text, parent, indexes));
  return ranges
    .filter(
      ([from, to], at) => !ranges.some(([a, b], other) => other !== at && a <= from && to <= b && b - a > to - from),
    )
    .sort(([a], [b]) => b - a)
    .reduce((rest, [from, to]) => rest.slice(0, from) + rest.slice(to), text);
}

/** Marks the last entry of a path, and what is empty then. */
function take(path: readonly Entry[], gone: Map<Collection, Set<number>>, emptied: Extent): 'all' | 'some' {
  const entry = path.at(-1);
  if (entry === undefined) return 'all';
  const indexes = gone.get(entry.parent) ?? new Set();
  indexes.add(entry.index);
  gone.set(entry.parent, indexes);
  if (indexes.size < entry.parent.items.length) return 'some';
  gone.delete(entry.parent);
  const around = path.slice(0, -1);
  if (emptied === 'entry' || !isSeq(entry.parent)) return take(around, gone, emptied);
  return take(around.slice(0, around.findLastIndex(({ parent }) => isSeq(parent)) + 1), gone, emptied);
}

function findPath(parent: Collection, at: number): Entry[] {
  const index = parent.items.findIndex((item) => {
    const [from, to] = spanOf(item);
    return from <= at && at < Math.max(to, from + 1);
  });
  const item = parent.items[index];
  if (item === undefined) return [];
  const value = isPair(item) ? item.value : item;
  const isInside = isCollection(value) && (value.range?.[0] ?? Number.POSITIVE_INFINITY) <= at;
  return [{ parent, index }, ...(isInside ? findPath(value as Collection, at) : [])];
}

/** From the first character of an item to the one after its last. */
function spanOf(item: unknown): readonly [from: number, to: number] {
  const key = isPair(item) ? (item as Pair<Node, Node | null>).key : item;
  const value = isPair(item) ? ((item as Pair<Node, Node | null>).value ?? key) : item;
  const from = isNode(key) ? (key.range?.[0] ?? 0) : 0;
  const to = isNode(value) ? (value.range?.[1] ?? from) : from;
  return [from, to];
}

function listRanges(text: string, parent: Collection, indexes: ReadonlySet<number>): (readonly [number, number])[] {
  const spans = parent.items.map(spanOf);
  const isLast = (index: number) => [...spans.keys()].slice(index).every((at) => indexes.has(at));
  return [...indexes].map((index) => {
    const [from = 0, to = 0] = spans[index] ?? [];
    const next = spans[index + 1]?.[0];
    if (parent.flow) {
      // The last ones take the comma before them along, the others the one behind.
      return isLast(index) ? [spans[index - 1]?.[1] ?? from, to] : [from, next ?? to];
    }
    const start = startOf(text, from, isMap(parent));
    if (next === undefined) return [start, lineEnd(text, to)];
    // Behind a dash, the next key comes to stand where this one was.
    return [start, start === from ? next : startOf(text, next, isMap(parent))];
  });
}

/** Where the lines of an item of a block begin; behind the dash for the first key of an element. */
function startOf(text: string, from: number, isKey: boolean): number {
  const line = text.lastIndexOf('\n', from - 1) + 1;
  const before = text.slice(line, from);
  return isKey && before.trim() !== '' ? from : line;
}

function lineEnd(text: string, at: number): number {
  if (text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}
