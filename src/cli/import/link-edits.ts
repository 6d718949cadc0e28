/** Links and pictures of a note: to where they lie now, or left as text where nothing is there. */
import path from 'node:path';
import type { Definition, Html, Image, Link, Nodes } from 'mdast';
import type { TextEdit } from '../../content/text-edit.ts';
import type { OpenLink } from './convert-note.ts';
import { createCover, escapeMarkdown, matchProse, rangeOf } from './markdown-tree.ts';
import type { Remark } from './remark.ts';
import type { LinkTarget, VaultIndex, VaultNote } from './vault.ts';
import { nameWikiLink, parseWikiLink, WIKI_LINK } from './wiki-link.ts';

interface Linking {
  readonly note: VaultNote;
  readonly text: string;
  readonly nodes: readonly Readonly<Nodes>[];
  readonly isOpaque: (offset: number) => boolean;
  readonly index: VaultIndex;
}

interface LinkEdits {
  readonly edits: TextEdit[];
  readonly links: OpenLink[];
  readonly remarks: Remark[];
}

const SCHEME = /^([a-z][a-z0-9+.-]*:|\/\/)/i;
const SIZE = /(?:^|\|)\s*\d+(?:x\d+)?\s*$/;

export function convertLinks(linking: Linking): LinkEdits {
  const { nodes } = linking;
  const writer = new LinkWriter(linking);
  for (const node of nodes) {
    if (node.type === 'link') writer.convertLink(node);
    else if (node.type === 'image') writer.convertImage(node);
    else if (node.type === 'definition') writer.convertDefinition(node);
    else if (node.type === 'html') writer.convertHtml(node);
  }
  writer.convertWikiLinks();
  return writer;
}

class LinkWriter implements LinkEdits {
  readonly edits: TextEdit[] = [];
  readonly links: OpenLink[] = [];
  readonly remarks: Remark[] = [];
  readonly #linking: Linking;
  /** Stands in no text of this note, so that it can be found again. */
  readonly #mark: string;
  readonly #taken: { readonly start: number; readonly end: number }[] = [];

  constructor(linking: Linking) {
    this.#linking = linking;
    let mark = 'link-to';
    while (linking.text.includes(`${mark}-`)) mark += '-note';
    this.#mark = mark;
  }

  convertWikiLinks(): void {
    const { text, isOpaque } = this.#linking;
    const isTaken = createCover(this.#taken.toSorted((a, b) => a.start - b.start));
    for (const match of matchProse(text, isOpaque, WIKI_LINK)) {
      const [whole, embed, inside = ''] = match;
      if (isTaken(match.index) || text[match.index - 1] === '\\') continue;
      const written = this.#writeWikiLink(inside, embed === '!');
      if (written === undefined) this.#say(`${whole} leads nowhere here and was kept as text`);
      else this.#replace(match.index, match.index + whole.length, written);
    }
  }

  #writeWikiLink(inside: string, isEmbed: boolean): string | undefined {
    const link = parseWikiLink(inside);
    const { target, heading, block, words, size } = link;
    const { note, index } = this.#linking;
    const found: LinkTarget | undefined = target === '' ? { kind: 'note', note } : index.find(target, note.path);
    if (found === undefined) return undefined;
    if (found.kind === 'image') {
      if (isEmbed) return this.#writeImage(found, words, size);
      this.#say(`[[${inside}]] links to a picture, which is shown instead`);
      return this.#writeImage(found, words, undefined);
    }
    const label = escapeMarkdown(nameWikiLink(link) || found.note.path);
    if (isEmbed) this.#say(`![[${inside}]] shows another note in its place; here it is a link to it`);
    const address = this.#open(found.note, heading, block);
    return address === undefined ? label : `[${label}](${address})`;
  }

  convertLink(node: Readonly<Link>): void {
    const { start, end } = rangeOf(node);
    if (SCHEME.test(node.url) || this.#linking.text[start] !== '[') return;
    const last = node.children.at(-1);
    const tail = last === undefined ? start + 1 : rangeOf(last).end;
    const address = this.#find(node.url, false);
    if (address !== undefined) this.#replace(tail, end, `](${address}${writeTitle(node.title)})`);
    else {
      this.#say(`the link to ${node.url} leads nowhere here and was kept as text`);
      this.#replace(start, start + 1, '');
      this.#replace(tail, end, ` (${writeCode(node.url)})`);
    }
  }

  convertImage(node: Readonly<Image>): void {
    const { start, end } = rangeOf(node);
    if (this.#linking.text[start] !== '!') return;
    const alt = node.alt ?? '';
    const size = SIZE.exec(alt)?.[0];
    const words = (size === undefined ? alt : alt.slice(0, -size.length)).trim() || undefined;
    if (SCHEME.test(node.url)) {
      if (words === undefined || size !== undefined) {
        this.#replace(start, end, `![${escapeMarkdown(words ?? this.#nameImage(node.url))}](<${node.url}>)`);
      }
      return;
    }
    const found = this.#findFile(node.url);
    if (found?.kind === 'image') this.#replace(start, end, this.#writeImage(found, words, size));
    else {
      this.#say(`the picture ${node.url} is not there or cannot be shown, and its words were kept`);
      this.#replace(start, end, `${escapeMarkdown(words ?? '')} (${writeCode(node.url)})`.trim());
    }
  }

  convertDefinition(node: Readonly<Definition>): void {
    const { start, end } = rangeOf(node);
    if (SCHEME.test(node.url)) return;
    const address = this.#find(node.url, true);
    const label = node.label ?? node.identifier;
    if (address !== undefined) this.#replace(start, end, `[${label}]: ${address}${writeTitle(node.title)}`);
    else {
      this.#say(`[${label}]: ${node.url} leads nowhere here and was kept as text`);
      this.#replace(start, end, `\\[${escapeMarkdown(label)}]: ${writeCode(node.url)}`);
    }
  }

  /** What stands in raw HTML is put on the page untouched, so no address of a file can be there. */
  convertHtml(node: Readonly<Html>): void {
    const { start, end } = rangeOf(node);
    const written = this.#linking.text.slice(start, end);
    const image = /^<img\b([^>]*)>$/i.exec(written.trim())?.[1];
    const url = image === undefined ? undefined : readAttribute(image, 'src');
    const found = url === undefined || SCHEME.test(url) ? undefined : this.#findFile(url);
    if (image !== undefined && found?.kind === 'image') {
      this.#replace(start, end, this.#writeImage(found, readAttribute(image, 'alt'), readAttribute(image, 'width')));
      return;
    }
    const changed = written.replace(/<(a|img)\b([^>]*)>/gi, (tag, name: string, attributes: string) =>
      this.#disarm(tag, name.toLowerCase(), attributes),
    );
    if (changed !== written) this.#replace(start, end, changed);
  }

  #disarm(tag: string, name: string, attributes: string): string {
    const key = name === 'a' ? 'href' : 'src';
    const url = readAttribute(attributes, key);
    let changed = tag;
    if (url !== undefined && url !== '' && !SCHEME.test(url) && !url.startsWith('#')) {
      this.#say(`raw HTML names the file ${url}, which a page cannot; write it in Markdown`);
      changed = tag.replace(new RegExp(`\\s${key}(\\s*=)`, 'i'), ` data-${key}$1`);
    } else if (url?.startsWith('#') && url.length > 1) {
      changed = tag.replace(/\shref(\s*=)/i, ' data-href$1');
    }
    return name === 'img' && readAttribute(attributes, 'alt') === undefined
      ? changed.replace(/^<img/i, '$& alt=""')
      : changed;
  }

  /** The address of a file, or a mark for that of a note. */
  #find(url: string, isDefinition: boolean): string | undefined {
    const [name = '', part] = decode(url).split('#', 2);
    const found = name === '' ? { kind: 'note' as const, note: this.#linking.note } : this.#findFile(url);
    if (found?.kind === 'note') {
      const block = part?.startsWith('^') ? part.slice(1) : undefined;
      return this.#open(found.note, block === undefined ? part : undefined, block);
    }
    return found !== undefined && isDefinition ? this.#relative(found.image.target) : undefined;
  }

  #findFile(url: string): LinkTarget | undefined {
    const [name = ''] = decode(url).split('#', 1);
    return this.#linking.index.find(name, this.#linking.note.path);
  }

  /** @returns `undefined` for a draft, which no published page may link to */
  #open(note: VaultNote, heading: string | undefined, block: string | undefined): string | undefined {
    if (note.head.isDraft && !this.#linking.note.head.isDraft) {
      this.#say(`the link to ${note.path} was kept as text, since that is a draft`);
      return undefined;
    }
    const mark = `${this.#mark}-${this.links.length + 1}`;
    this.links.push({ mark, note, heading: heading || undefined, block });
    return mark;
  }

  #writeImage(found: LinkTarget & { kind: 'image' }, words: string | undefined, size: string | undefined): string {
    if (size !== undefined) this.#say(`${found.image.path} is shown as wide as the page lets it, not ${size}`);
    return `![${escapeMarkdown(words || this.#nameImage(found.image.path))}](${this.#relative(found.image.target)})`;
  }

  /** Readers who do not see a picture are told its name until somebody writes what it shows. */
  #nameImage(file: string): string {
    const name =
      decode(file.split(/[?#]/, 1)[0] ?? '')
        .split('/')
        .at(-1) ?? '';
    const words =
      name
        .replace(/\.\w+$/, '')
        .replace(/[-_]+/g, ' ')
        .trim() || 'Picture';
    this.#say(`nobody has written what ${name || file} shows; its name stands there`);
    return words;
  }

  #relative(target: string): string {
    const relative = path.posix.relative(path.posix.dirname(this.#linking.note.target), target);
    return relative.startsWith('.') ? relative : `./${relative}`;
  }

  #replace(start: number, end: number, text: string): void {
    this.edits.push({ start, end, text });
    this.#taken.push({ start, end });
  }

  #say(message: string): void {
    this.remarks.push({ file: this.#linking.note.path, message });
  }
}

function readAttribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

function writeTitle(title: string | null | undefined): string {
  return title ? ` "${title.replaceAll('"', '\\"')}"` : '';
}

function writeCode(words: string): string {
  return `\`${words.replaceAll('`', "'")}\``;
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
