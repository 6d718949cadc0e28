/** The second step: ids for what readers tick, addresses for links, and the head of the page. */
import path from 'node:path';
import { parseDocument } from '../../content/document.ts';
import type { Level } from '../../content/kinds/field.ts';
import { cleanTitle } from '../new/title.ts';
import { dayOf, writeFrontmatter } from '../new/yaml.ts';
import type { ConvertedNote, OpenLink } from './convert-note.ts';
import { escapeMarkdown, listNodes } from './markdown-tree.ts';
import { FreeNames, toPlaceName } from './place-name.ts';
import type { Remark } from './remark.ts';
import type { VaultNote } from './vault.ts';

/** A note whose places are known. */
export interface PlacedNote extends ConvertedNote {
  readonly headings: readonly { readonly id: string; readonly key: string }[];
  /** Ids of checklist items by those that were written. */
  readonly items: ReadonlyMap<string, string>;
}

export interface FinishOptions {
  readonly level: Level;
  readonly today: Date;
}

/** Gives every checklist item an id of its own: that which is written, or one made of its words. */
export function placeNote(converted: ConvertedNote): PlacedNote {
  const { headings, items } = parseDocument(converted.text, 'md');
  const lines = converted.text.split('\n');
  const names = new FreeNames(headings.map(({ id }) => id));
  const ids = new Map<string, string>();
  // What is written comes first, so that no made one takes it.
  for (const item of [
    ...items.filter(({ isExplicit }) => isExplicit),
    ...items.filter(({ isExplicit }) => !isExplicit),
  ]) {
    const id = names.take(
      item.isExplicit ? item.id : toPlaceName(item.text.split(/\s+/).slice(0, 6).join(' '), 'item'),
    );
    const at = item.endLine - 1;
    const line = (lines[at] ?? '').trimEnd();
    if (item.isExplicit && !ids.has(item.id)) ids.set(item.id, id);
    const words = item.isExplicit ? line.slice(0, line.lastIndexOf('^')).trimEnd() : line;
    if (!item.isExplicit || id !== item.id) lines[at] = `${words} ^${id}`;
  }
  return {
    ...converted,
    text: lines.join('\n'),
    headings: headings.map(({ id, text }) => ({ id, key: toKey(text) })),
    items: ids,
  };
}

/** @returns the page, and what its links could not find */
export function finishNote(
  placed: PlacedNote,
  all: ReadonlyMap<VaultNote, PlacedNote>,
  options: FinishOptions,
): { readonly text: string; readonly remarks: readonly Remark[] } {
  const { note, links, text } = placed;
  const remarks: Remark[] = [];
  const addresses = new Map(
    links.map((link) => {
      const anchor = findAnchor(link, all.get(link.note));
      if (anchor === undefined && (link.heading ?? link.block) !== undefined && !isTitle(link, all.get(link.note))) {
        const part = link.heading === undefined ? `^${link.block}` : `#${link.heading}`;
        remarks.push({ file: note.path, message: `${link.note.path} has no ${part}; the link leads to its top` });
      }
      return [link.mark, writeAddress(note, link.note, anchor)];
    }),
  );
  const [{ mark = '' } = {}] = links;
  const pattern = new RegExp(`${mark.replace(/\d+$/, '')}\\d+`, 'g');
  const body = links.length === 0 ? text : text.replace(pattern, (found) => addresses.get(found) ?? found);
  // A first line that is indented is code.
  const trimmed = body.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  return { text: `${writeHead(placed, options)}\n${trimmed || escapeMarkdown(placed.title)}\n`, remarks };
}

function findAnchor({ heading, block }: OpenLink, target: PlacedNote | undefined): string | undefined {
  if (heading !== undefined)
    return target?.headings.find(({ key, id }) => key === toKey(heading) || id === heading)?.id;
  if (block === undefined) return undefined;
  const place = target?.blocks.get(block);
  if (place === undefined) return undefined;
  return 'item' in place ? (target?.items.get(place.item) ?? undefined) : target?.headings[place.heading]?.id;
}

/** The title is the top of the page, and so is what stands above all headings. */
function isTitle({ heading, block }: OpenLink, target: PlacedNote | undefined): boolean {
  if (block !== undefined) return target?.blocks.has(block) ?? false;
  return target !== undefined && toKey(heading ?? '') === toKey(target.title);
}

function writeAddress(from: VaultNote, to: VaultNote, anchor: string | undefined): string {
  const part = anchor === undefined ? '' : `#${anchor}`;
  if (from === to && part !== '') return part;
  const relative = path.posix.relative(path.posix.dirname(from.target), to.target);
  return `${relative.startsWith('.') ? relative : `./${relative}`}${part}`;
}

/** Obsidian leaves out of a link to a heading what it takes for signs. */
function toKey(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const MOST_CHARACTERS = 160;
const WORDS_A_MINUTE = 200;

function writeHead({ note, title, text }: PlacedNote, { level, today }: FinishOptions): string {
  const { head, target } = note;
  const name = cleanTitle(title) ?? 'Note';
  const words = text.split(/\s+/).length;
  return writeFrontmatter(
    {
      id: target.replace(/^content\/docs\//, '').replace(/\.md$/, ''),
      title: name,
      description: shorten(head.description ?? findFirstWords(text) ?? name),
      level: head.level ?? level,
      minutes: Math.max(1, Math.round(words / WORDS_A_MINUTE)),
      ...(head.order !== undefined && { order: head.order }),
      verified: { date: dayOf(today), versions: ['imported, not checked yet'] },
      sources: [],
      ...(head.isDraft && { draft: true }),
    },
    { after: head.others.map((line) => line.trimEnd()) },
  );
}

/** The first paragraph as plain words. */
function findFirstWords(text: string): string | undefined {
  const nodes = listNodes(text);
  const paragraph = nodes.find(({ type }) => type === 'paragraph');
  const { start, end } = paragraph?.position ?? {};
  const inside = nodes.filter(
    ({ position }) =>
      (position?.start.offset ?? -1) >= (start?.offset ?? 0) && (position?.end.offset ?? 0) <= (end?.offset ?? -1),
  );
  const words = inside.flatMap((node) => (node.type === 'text' || node.type === 'inlineCode' ? [node.value] : []));
  return cleanTitle(words.join(''));
}

function shorten(text: string): string {
  const characters = [...text];
  if (characters.length <= MOST_CHARACTERS) return text;
  const cut = characters.slice(0, MOST_CHARACTERS - 1).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST_CHARACTERS / 2)).trimEnd()}…`;
}
