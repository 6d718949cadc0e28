/**
 * One note of a vault as a page of this site. It is done in two steps, since a link to a heading needs the id that the
 * other page gives it: this one leaves a mark where each link to a note goes, `finish-note.ts` puts the address there.
 */
import type { Nodes } from 'mdast';
import { applyEdits, type TextEdit } from '../../content/text-edit.ts';
import { convertCallouts } from './callout.ts';
import { convertComments } from './comment.ts';
import { labelFence } from './fence-label.ts';
import { convertLinks } from './link-edits.ts';
import { createCover, listNodes, listOpaque, matchProse, rangeOf } from './markdown-tree.ts';
import type { Remark } from './remark.ts';
import type { VaultIndex, VaultNote } from './vault.ts';

/** A link to a note, whose address is not known yet. */
export interface OpenLink {
  /** What stands in the text for the address. */
  readonly mark: string;
  readonly note: VaultNote;
  readonly heading: string | undefined;
  readonly block: string | undefined;
}

export interface ConvertedNote {
  readonly note: VaultNote;
  readonly title: string;
  readonly text: string;
  readonly links: readonly OpenLink[];
  /** Which of its headings, from 0, a block stands below, -1 for none; by the block's id. A checklist item is a place itself. */
  readonly blocks: ReadonlyMap<string, { readonly item: string } | { readonly heading: number }>;
  readonly remarks: readonly Remark[];
}

const HIGHLIGHT = /(?<![=\w])==(?=[^\s=])([^\n]*?[^\s=])==(?![=\w])/g;
const BLOCK_ID = /(^|[ \t])\^([A-Za-z0-9-]+)[ \t]*$/gm;

export function convertNote(note: VaultNote, index: VaultIndex): ConvertedNote {
  const { title, body } = takeTitle(note);
  const text = convertCallouts(convertComments(body));
  const nodes = listNodes(text);
  const isOpaque = createCover(listOpaque(nodes));
  const { edits: linkEdits, links, remarks } = convertLinks({ note, text, nodes, isOpaque, index });
  const { edits: blockEdits, blocks } = convertBlockIds(text, nodes, isOpaque);
  const edits = [
    ...lowerHeadings(text, nodes),
    ...nodes.flatMap((node) => convertCode(text, node, title)),
    ...linkEdits,
    ...blockEdits,
    ...matchProse(text, isOpaque, HIGHLIGHT).flatMap(({ index: start, 0: whole }) => [
      { start, end: start + 2, text: '<mark>' },
      { start: start + whole.length - 2, end: start + whole.length, text: '</mark>' },
    ]),
  ];
  return { note, title, text: applyEdits(text, edits), links, blocks, remarks };
}

/** A first heading of the first level is the title, and stands in no page a second time. */
function takeTitle({ path, head, body }: VaultNote): { readonly title: string; readonly body: string } {
  const [, written] = /^\s*#[ \t]+([^\n]*?)(?:[ \t]+#+)?[ \t]*(?:\n|$)/.exec(body) ?? [];
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(md|markdown)$/i, '');
  const plain = written === undefined ? undefined : readPlain(written);
  if (plain === undefined || (head.title !== undefined && head.title !== plain)) {
    return { title: head.title ?? name, body };
  }
  return { title: plain, body: body.replace(/^\s*#[^\n]*\n?/, '') };
}

/** The words of a heading without their marks; nothing where there are none. */
function readPlain(markdown: string): string | undefined {
  const words = listNodes(markdown).flatMap((node) =>
    node.type === 'text' || node.type === 'inlineCode' ? [node.value] : [],
  );
  return (
    words
      .join('')
      .replace(/\[\[[^\]|]*\|?|\]\]|==/g, '')
      .trim() || undefined
  );
}

/** Where a heading of the first level is left, all go down by one, as the title of the page is the first. */
function lowerHeadings(text: string, nodes: readonly Readonly<Nodes>[]): TextEdit[] {
  const headings = nodes.filter((node) => node.type === 'heading');
  if (!headings.some(({ depth }) => depth === 1)) return [];
  return headings.flatMap((heading) => {
    const { start, end } = rangeOf(heading);
    if (text[start] === '#') return heading.depth < 6 ? [{ start, end: start, text: '#' }] : [];
    const written = text.slice(start, end);
    const line = written.lastIndexOf('\n');
    // What is underlined: `===` is the first level, `---` the second, and there is none for the third.
    if (heading.depth === 1) return [{ start: start + line, end, text: written.slice(line).replaceAll('=', '-') }];
    const words = written.slice(0, line).replace(/\s*\n[\s>]*/g, ' ');
    return [{ start, end, text: `### ${words}` }];
  });
}

function convertCode(text: string, node: Readonly<Nodes>, title: string): TextEdit[] {
  if (node.type !== 'code') return [];
  const { start, end } = rangeOf(node);
  const [opening = ''] = text.slice(start, end).split('\n', 1);
  const [, marker, info = ''] = /^(`{3,}|~{3,})[ \t]*(.*?)\s*$/.exec(opening) ?? [];
  if (marker === undefined) return [];
  const label = labelFence(info);
  const edits = label === info ? [] : [{ start, end: start + opening.length, text: marker + label }];
  if (label !== 'mermaid' || /^[ \t]*%%[ \t]*alt:[ \t]*\S/m.test(node.value)) return edits;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(lineStart, start).replace(/[^>\s]/g, ' ');
  const at = start + opening.length;
  return [...edits, { start: at, end: at, text: `\n${indent}%% alt: Diagram of ${title}` }];
}

/** A block's id is the place of a checklist item, and of anything else a comment, since only headings and items are places. */
function convertBlockIds(text: string, nodes: readonly Readonly<Nodes>[], isOpaque: (offset: number) => boolean) {
  const headings = nodes.filter(({ type }) => type === 'heading').map((node) => rangeOf(node).start);
  const itemEnds = new Set(
    nodes.flatMap((node) => {
      const [first] = node.type === 'listItem' && typeof node.checked === 'boolean' ? node.children : [];
      return first?.type === 'paragraph' ? [rangeOf(first).end] : [];
    }),
  );
  const edits: TextEdit[] = [];
  const blocks = new Map<string, { readonly item: string } | { readonly heading: number }>();
  for (const match of matchProse(text, isOpaque, BLOCK_ID)) {
    const [whole, space = '', id = ''] = match;
    const start = match.index + space.length;
    const end = match.index + whole.length;
    if (itemEnds.has(start + id.length + 1) || itemEnds.has(end)) {
      const item = id.toLowerCase().replace(/-+/g, '-').replace(/^-|-$/g, '') || 'item';
      if (item !== id) edits.push({ start, end, text: `^${item}` });
      blocks.set(id, { item });
    } else {
      edits.push({ start, end, text: `<!-- ^${id.replaceAll('--', '- -')} -->` });
      blocks.set(id, { heading: headings.findLastIndex((at) => at < start) });
    }
  }
  return { edits, blocks };
}
