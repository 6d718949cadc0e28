/**
 * A page's text as plain Markdown, which any program can read: links with their whole address, programs put in where they
 * are shown by reference, fences without the words that are for us, components and HTML reduced to what they say. Changed
 * at places of the tree; what is plain already stays byte for byte.
 */
import type { Code, Nodes } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';
import { splitBlockId } from '../checklist.ts';
import { formatOf } from '../document.ts';
import { cutRegion, EXAMPLES, parseReference } from '../example.ts';
import { parseFenceMeta } from '../fence.ts';
import type { ContentFiles } from '../files/content-files.ts';
import { FEATURES } from '../markdown/features.ts';
import { rewriteClicks } from '../mermaid.ts';
import { applyEdits, type TextEdit } from '../text-edit.ts';
import { listRawImports, wordsOfComponent } from './component-words.ts';
import { fence } from './fence.ts';
import { endOfUnseen, wordsOfHtml } from './html-words.ts';
import { type LinkPlace, resolveTwinLink } from './twin-link.ts';

export interface TwinText extends LinkPlace {
  /** Without frontmatter. */
  readonly body: string;
  readonly files: ContentFiles;
}

/** Languages of fences that are ours, printed as what any reader knows. */
const OUR_LANGUAGES: Readonly<Record<string, string>> = { output: 'text', timeline: 'text', picture: 'text' };
export function writeTwinBody(text: TwinText): string {
  const parse = formatOf(text.file) === 'mdx' ? mdxToMdast : markdownToMdast;
  const editor = new TwinEditor(text);
  editor.visit(parse(text.body, { features: { ...FEATURES, smartPunctuation: false } }));
  return applyEdits(text.body, editor.edits).trim();
}

class TwinEditor {
  readonly edits: TextEdit[] = [];
  readonly #text: TwinText;
  #imports: ReadonlyMap<string, string> = new Map();

  constructor(text: TwinText) {
    this.#text = text;
  }

  visit(node: Readonly<Nodes>): void {
    this.#edit(node);
    if ('children' in node) this.#visitAll(node.children);
  }

  /** An element among words is a node for its start, one for its end, and what is between. */
  #visitAll(nodes: readonly Readonly<Nodes>[]): void {
    let hiddenUntil = -1;
    nodes.forEach((node, index) => {
      if (index <= hiddenUntil) return;
      const close = node.type === 'html' ? endOfUnseen(node.value) : undefined;
      const last = close === undefined ? -1 : nodes.findIndex((other, at) => at > index && isHtml(other, close));
      const closing = nodes[last];
      if (closing === undefined) return this.visit(node);
      hiddenUntil = last;
      this.#replaceBlock(rangeOf(node).start, rangeOf(closing).end, '');
    });
  }

  #edit(node: Readonly<Nodes>): void {
    const { start, end } = rangeOf(node);
    switch (node.type) {
      case 'link': {
        const url = this.#resolve(node.url);
        const last = node.children.at(-1);
        if (url !== node.url && last) this.#replace(rangeOf(last).end, end, `](${url}${writeTitle(node.title)})`);
        break;
      }
      case 'image':
        this.#replace(start, end, `![${node.alt ?? ''}](${this.#resolve(node.url)}${writeTitle(node.title)})`);
        break;
      case 'definition':
        this.#replace(
          start,
          end,
          `[${node.label ?? node.identifier}]: ${this.#resolve(node.url)}${writeTitle(node.title)}`,
        );
        break;
      case 'code':
        this.#editFence(node, start, end);
        break;
      case 'listItem':
        if (typeof node.checked === 'boolean') this.#cutItemId(node.children[0]);
        break;
      case 'html':
        this.#replaceBlock(
          start,
          end,
          wordsOfHtml(node.value, (url) => this.#resolve(url)),
        );
        break;
      case 'mdxjsEsm':
        this.#imports = new Map([...this.#imports, ...listRawImports(node.value, this.#text.file)]);
        this.#replaceBlock(start, end, '');
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        this.#replaceBlock(start, end, '');
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const [before, after] = wordsOfComponent(node, {
          files: this.#text.files,
          imports: this.#imports,
          resolve: (url) => this.#resolve(url),
        });
        const [first, last] = [node.children[0], node.children.at(-1)];
        if (first === undefined || last === undefined) return this.#replaceBlock(start, end, before + after);
        this.#replace(start, rangeOf(first).start, before);
        this.#replace(rangeOf(last).end, end, after);
      }
    }
  }

  #editFence(node: Readonly<Code>, start: number, end: number): void {
    const { files, body } = this.#text;
    const opening = /^(?:`{3,}|~{3,})/.exec(body.slice(start, end))?.[0];
    if (opening === undefined || !node.lang) return;
    const { path, region } = parseReference(parseFenceMeta(node.meta).values.get('example') ?? '');
    const program =
      path !== '' && files.has(EXAMPLES + path) ? cutRegion(files.read(EXAMPLES + path).text, region) : undefined;
    if (program !== undefined) return this.#replace(start, end, fence(program, node.lang));
    const line = body.indexOf('\n', start);
    if (node.lang === 'mermaid' && line !== -1) {
      this.#replace(
        line,
        end,
        rewriteClicks(body.slice(line, end), (url) => this.#resolve(url)),
      );
    }
    this.#replace(start, line === -1 ? end : line, opening + (OUR_LANGUAGES[node.lang] ?? node.lang));
  }

  /** The id of an item is for those who tick it. */
  #cutItemId(paragraph: Readonly<Nodes> | undefined): void {
    if (paragraph?.type !== 'paragraph') return;
    const { start, end } = rangeOf(paragraph);
    const words = this.#text.body.slice(start, end);
    const { text, id } = splitBlockId(words);
    if (id !== undefined) this.#replace(start + text.length, end, '');
  }

  #resolve(url: string): string {
    return resolveTwinLink(url, this.#text);
  }

  #replace(start: number, end: number, text: string): void {
    if (end > start) this.edits.push({ start, end, text });
  }

  /** What leaves nothing leaves no empty lines either. */
  #replaceBlock(start: number, end: number, text: string): void {
    const isLine = start === 0 || this.#text.body[start - 1] === '\n';
    const gap = text === '' && isLine ? (/^\s*\n/.exec(this.#text.body.slice(end))?.[0].length ?? 0) : 0;
    this.#replace(start, end + gap, text);
  }
}

function isHtml(node: Readonly<Nodes>, html: string): boolean {
  return node.type === 'html' && node.value === html;
}

function writeTitle(title: string | null | undefined): string {
  return title ? ` "${title.replaceAll('"', '\\"')}"` : '';
}

function rangeOf({ position }: Readonly<Pick<Nodes, 'position'>>): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
