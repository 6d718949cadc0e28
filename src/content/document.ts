/** What a Markdown file offers to links (its anchors), asks of others (its links), gives its readers to tick, and runs. */
import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import type { Code, Definition, Heading as HeadingNode, Image, ImageReference, Link, Nodes } from 'mdast';
import {
  type MdastPluginDefinition,
  type MdxJsxFlowElement,
  type MdxJsxTextElement,
  markdownToHtml,
  mdxToJs,
} from 'satteri';
import type { ChecklistItem } from './checklist.ts';
import { type Citation, readCitations } from './citation.ts';
import { type Fence, readFences } from './fence.ts';
import type { Source } from './files/content-files.ts';
import { findFrontmatter } from './frontmatter.ts';
import { createChecklistPlugin } from './markdown/checklist.ts';
import { FEATURES } from './markdown/features.ts';
import { findSummary } from './markdown/summary.ts';
import { readMermaid } from './mermaid.ts';
import { type Position, START } from './problem.ts';
import { shareInProcess } from './share.ts';

/** A link or image as written; `html` is an address in raw HTML, which is put into the page untouched. */
export interface WrittenLink extends Position {
  readonly url: string;
  readonly kind: 'link' | 'image' | 'html';
}

/** A heading with its id, as Astro gives it. */
export interface Heading extends Position {
  readonly id: string;
  readonly text: string;
  /** 1 to 6. */
  readonly depth: number;
}

/** Why a text cannot be read as MDX. */
export interface SyntaxProblem extends Position {
  readonly message: string;
}

export interface Document {
  readonly headings: readonly Heading[];
  readonly items: readonly ChecklistItem[];
  readonly links: readonly WrittenLink[];
  /** Links in running text, with their sentences. */
  readonly citations: readonly Citation[];
  /** Pictures that say nothing to those who do not see them. */
  readonly silentPictures: readonly Position[];
  readonly fences: readonly Fence[];
  /** Whether a paragraph stands before the first heading. */
  readonly hasSummary: boolean;
  /** YAML between the dashes, from the second line on; `undefined` where there is none. */
  readonly frontmatter: string | undefined;
  /** The file's lines, the frontmatter's included. */
  readonly lines: readonly string[];
  readonly syntaxProblem: SyntaxProblem | undefined;
}

type Format = 'md' | 'mdx';

const COMMENT = /<!--[\s\S]*?-->/g;
const ADDRESS = /<(?:a|img)\b[^>]*?\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const SILENT_IMAGE = /<img\b(?![^>]*\salt\s*=)/i;
const MDX_PLACE = /^(\d+):(\d+): /;

/** A file is parsed again only when it has changed, since a changed file is another source. */
const parsed = shareInProcess('documents', () => new WeakMap<Source, Document>());

export function readDocument(source: Source): Document {
  const known = parsed.get(source) ?? parseDocument(source.text, formatOf(source.path));
  parsed.set(source, known);
  return known;
}

export function formatOf(path: string): Format {
  return path.endsWith('.mdx') ? 'mdx' : 'md';
}

/** Parses a text with the features and the plugins of the pages, so that both see the same ids. */
export function parseDocument(text: string, format: Format): Document {
  const links: WrittenLink[] = [];
  const items: ChecklistItem[] = [];
  const definitions: (WrittenLink & { readonly name: string })[] = [];
  /** Names of the definitions that pictures refer to. */
  const pictured = new Set<string>();
  const silentPictures: Position[] = [];
  const headingPlaces: Position[] = [];
  let hasSummary = false;
  let citations: readonly Citation[] = [];
  /** In MDX the same, by the names of HTML; what components do with an address is theirs to know. */
  const collectElement = (node: Readonly<MdxJsxFlowElement | MdxJsxTextElement>): void => {
    const readAttribute = (name: string) =>
      node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name)?.value;
    const url = node.name === 'a' ? readAttribute('href') : node.name === 'img' ? readAttribute('src') : undefined;
    if (typeof url === 'string') links.push({ url, kind: 'html', ...positionOf(node) });
    if (node.name === 'img' && readAttribute('alt') === undefined) silentPictures.push(positionOf(node));
  };
  const collector: MdastPluginDefinition = {
    name: 'collect',
    options: { position: true },
    before(root) {
      hasSummary = findSummary(root.children).length > 0;
      citations = readCitations(root);
    },
    heading: (node: Readonly<HeadingNode>) => void headingPlaces.push(positionOf(node)),
    link: (node: Readonly<Link>) => void links.push({ url: node.url, kind: 'link', ...positionOf(node) }),
    definition: (node: Readonly<Definition>) =>
      void definitions.push({ url: node.url, kind: 'link', name: node.identifier.toLowerCase(), ...positionOf(node) }),
    image(node: Readonly<Image>) {
      links.push({ url: node.url, kind: 'image', ...positionOf(node) });
      if (!node.alt?.trim()) silentPictures.push(positionOf(node));
    },
    imageReference(node: Readonly<ImageReference>) {
      pictured.add(node.identifier.toLowerCase());
      if (!node.alt?.trim()) silentPictures.push(positionOf(node));
    },
    html(node) {
      const html = node.value.replace(COMMENT, '');
      for (const [, double, single, bare] of html.matchAll(ADDRESS)) {
        links.push({ url: double ?? single ?? bare ?? '', kind: 'html', ...positionOf(node) });
      }
      if (SILENT_IMAGE.test(html)) silentPictures.push(positionOf(node));
    },
    mdxJsxFlowElement: (node) => collectElement(node),
    mdxJsxTextElement: (node) => collectElement(node),
    code(node: Readonly<Code>) {
      if (node.lang !== 'mermaid') return;
      const { alternative, clicks } = readMermaid(node.value);
      const { line } = positionOf(node);
      if (alternative === undefined) silentPictures.push(positionOf(node));
      links.push(
        ...clicks.map(({ url, line: below }) => ({ url, kind: 'link' as const, line: line + below, column: 1 })),
      );
    },
  };
  const rendered = render(text, format, [
    createDirectiveRestorer(text),
    collector,
    createChecklistPlugin((item) => items.push(item)),
  ]);
  const isRendered = 'headings' in rendered;
  const found = {
    headings: isRendered
      ? rendered.headings.map(({ slug, text, depth }, index) => ({
          id: slug,
          text,
          depth,
          ...(headingPlaces[index] ?? START),
        }))
      : [],
    items,
    links: [
      ...links,
      ...definitions.map(({ name, ...link }) => (pictured.has(name) ? { ...link, kind: 'image' as const } : link)),
    ],
    citations,
    silentPictures,
    fences: isRendered ? readFences(text, format) : [],
  };
  return {
    // A copy, since each string of a parser is a part of one that holds the whole text and would be kept with it.
    ...structuredClone(found),
    hasSummary,
    frontmatter: findFrontmatter(text),
    lines: text.split(/\r?\n/),
    syntaxProblem: isRendered ? undefined : rendered,
  };
}

/**
 * As Starlight makes it on the page: what looks like a directive and is none, the `:443` of a port, is text again, and an
 * aside keeps what is in it.
 */
function createDirectiveRestorer(text: string): MdastPluginDefinition {
  return {
    name: 'restore-directives',
    options: { position: true },
    containerDirective: (node, context) => context.setProperty(node, 'data', { hName: 'div' }),
    textDirective(node, context) {
      const { start, end } = node.position ?? {};
      if (start?.offset === undefined || end?.offset === undefined) return;
      context.replaceNode(node, { type: 'text', value: text.slice(start.offset, end.offset) });
    },
  };
}

interface Rendered {
  readonly headings: readonly { readonly depth: number; readonly slug: string; readonly text: string }[];
}

/** Markdown has no wrong syntax; MDX has, and then the parser throws. */
function render(text: string, format: Format, mdastPlugins: MdastPluginDefinition[]): Rendered | SyntaxProblem {
  const options = {
    features: FEATURES,
    mdastPlugins,
    hastPlugins: [satteriHeadingIdsPlugin()],
    data: {
      astro: { frontmatter: {}, headings: [], localImagePaths: new Set<string>(), remoteImagePaths: new Set<string>() },
    },
  };
  try {
    const result = format === 'mdx' ? mdxToJs(text, options) : markdownToHtml(text, options);
    if (result instanceof Promise) throw new TypeError('the plugins that read a document must not wait for anything');
    return { headings: result.data.astro?.headings ?? [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [place, line = '1', column = '1'] = MDX_PLACE.exec(message) ?? [''];
    return { line: Number(line), column: Number(column), message: message.slice(place.length) };
  }
}

function positionOf(node: Readonly<Pick<Nodes, 'position'>>): Position {
  const start = node.position?.start;
  return start === undefined ? START : { line: start.line, column: start.column };
}
