/** A page as it lies in `content/docs`: its place, what its frontmatter says of itself and other pages, and its text. */
import path from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { type Document, readDocument } from './document.ts';
import { type Place, placeOf, toPosix } from './place.ts';
import { listDocuments } from './walk.ts';

/** An id that a page names, with the 1-based place where it stands. */
export interface NamedId {
  readonly id: string;
  readonly line: number;
  readonly column: number;
}

export interface PageFile {
  /** As messages show it. */
  readonly file: string;
  readonly place: Place;
  /** What the frontmatter says, or the path. */
  readonly id: NamedId;
  readonly isNote: boolean;
  readonly requires: readonly NamedId[];
  readonly leadsTo: readonly NamedId[];
  readonly document: Document;
}

/**
 * Reads every page below `content/docs`. Frontmatter that is not YAML is left to the schema to report.
 * @param project what the paths in messages are relative to
 */
export function readPageFiles(root: string, project: string, locales: readonly string[]): PageFile[] {
  return listDocuments(root).map((file) => {
    const place = placeOf(path.relative(root, file), locales);
    return describePage(toPosix(path.relative(project, file)), place, readDocument(file));
  });
}

function describePage(file: string, place: Place, document: Document): PageFile {
  const lines = new LineCounter();
  const { contents } = parseDocument(document.frontmatter, { lineCounter: lines });
  const toNamedId = (node: unknown): NamedId[] => {
    if (!isScalar(node) || typeof node.value !== 'string') return [];
    const { line, col } = lines.linePos(node.range?.[0] ?? 0);
    return [{ id: node.value, line: line + 1, column: col }];
  };
  const read = (key: string): NamedId[] => {
    const node = isMap(contents) ? contents.get(key, true) : undefined;
    return isSeq(node) ? node.items.flatMap(toNamedId) : toNamedId(node);
  };
  return {
    file,
    place,
    id: read('id')[0] ?? { id: place.path, line: 1, column: 1 },
    requires: read('requires'),
    leadsTo: read('leadsTo'),
    isNote: isMap(contents) && contents.has('level'),
    document,
  };
}
