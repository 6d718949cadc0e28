/** A page as it lies in `content/docs`: its place, what its frontmatter says of itself and other pages, and its text. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { type Document, readDocument } from './document.ts';
import { type Place, placeOf } from './place.ts';
import { listDocuments } from './walk.ts';

/** An id that a page names, with the 1-based place where it stands. */
export interface NamedId {
  readonly id: string;
  readonly line: number;
  readonly column: number;
}

export interface PageFile {
  readonly file: string;
  readonly place: Place;
  /** What the frontmatter says, or the path. */
  readonly id: NamedId;
  readonly isNote: boolean;
  readonly requires: readonly NamedId[];
  readonly leadsTo: readonly NamedId[];
  readonly document: Document;
}

const FRONTMATTER = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/;

/** Reads every page below `content/docs`. Frontmatter that is not YAML is left to the schema to report. */
export function readPageFiles(root: string, locales: readonly string[]): PageFile[] {
  return listDocuments(root).map((file) => {
    const place = placeOf(path.relative(root, file), locales);
    return parsePageFile(file, place, readFileSync(file, 'utf8'));
  });
}

function parsePageFile(file: string, place: Place, source: string): PageFile {
  const lines = new LineCounter();
  const { contents } = parseDocument(FRONTMATTER.exec(source)?.[1] ?? '', { lineCounter: lines });
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
    document: readDocument(file),
  };
}
