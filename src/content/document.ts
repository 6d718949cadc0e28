/** What a Markdown file offers to links (its anchors), asks of others (its links), and gives its readers to tick. */
import { readFileSync, statSync } from 'node:fs';
import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import type { Code, Definition, Image, Link, Nodes } from 'mdast';
import { type MdastPluginDefinition, markdownToHtml, mdxToJs } from 'satteri';
import { parseDocument as parseYaml } from 'yaml';
import type { ChecklistItem } from './checklist.ts';
import { createChecklistPlugin } from './markdown/checklist.ts';
import { findAlternative } from './markdown/diagram.ts';
import { FEATURES } from './markdown/features.ts';

/** A link or image as written; `html` is an address in raw HTML, which is put into the page untouched. 1-based. */
export interface WrittenLink {
  readonly url: string;
  readonly kind: 'link' | 'image' | 'html';
  readonly line: number;
  readonly column: number;
}

/** A picture that says nothing to those who do not see it. */
export interface SilentPicture {
  readonly line: number;
  readonly column: number;
}

export interface Document {
  /** Ids of the headings, as Astro gives them. */
  readonly headings: readonly string[];
  readonly items: readonly ChecklistItem[];
  readonly links: readonly WrittenLink[];
  readonly silentPictures: readonly SilentPicture[];
  /** YAML between the dashes, from the second line on; empty where there is none. */
  readonly frontmatter: string;
  /** Published nowhere. */
  readonly isDraft: boolean;
}

const HREF = /<a\b[^>]*?\shref\s*=\s*["']([^"']*)["']/gi;

/** Parsed files by path; a file that has changed since is parsed again. */
const cache = new Map<string, { readonly modified: number; readonly document: Document }>();

export function readDocument(file: string): Document {
  const modified = statSync(file).mtimeMs;
  const cached = cache.get(file);
  if (cached?.modified === modified) return cached.document;
  const document = parseDocument(readFileSync(file, 'utf8'), file.endsWith('.mdx') ? 'mdx' : 'md');
  cache.set(file, { modified, document });
  return document;
}

/** Parses a text with the features and the plugins of the pages, so that both see the same ids. */
export function parseDocument(text: string, format: 'md' | 'mdx'): Document {
  const source = text.replace(/^\uFEFF/, '');
  const links: WrittenLink[] = [];
  const items: ChecklistItem[] = [];
  const silentPictures: SilentPicture[] = [];
  const placeOf = (node: Readonly<Nodes>) => ({
    line: node.position?.start.line ?? 1,
    column: node.position?.start.column ?? 1,
  });
  const collector: MdastPluginDefinition = {
    name: 'collect',
    options: { position: true },
    link: (node: Readonly<Link>) => void links.push({ url: node.url, kind: 'link', ...placeOf(node) }),
    definition: (node: Readonly<Definition>) => void links.push({ url: node.url, kind: 'link', ...placeOf(node) }),
    image(node: Readonly<Image>) {
      links.push({ url: node.url, kind: 'image', ...placeOf(node) });
      if (!node.alt?.trim()) silentPictures.push(placeOf(node));
    },
    html(node) {
      for (const [, url = ''] of node.value.matchAll(HREF)) links.push({ url, kind: 'html', ...placeOf(node) });
    },
    code(node: Readonly<Code>) {
      if (node.lang === 'mermaid' && findAlternative(node.value) === undefined) silentPictures.push(placeOf(node));
    },
  };
  const options = {
    features: FEATURES,
    mdastPlugins: [collector, createChecklistPlugin((item) => items.push(item))],
    hastPlugins: [satteriHeadingIdsPlugin()],
    data: {
      astro: { frontmatter: {}, headings: [], localImagePaths: new Set<string>(), remoteImagePaths: new Set<string>() },
    },
  };
  const result = format === 'mdx' ? mdxToJs(source, options) : markdownToHtml(source, options);
  if (result instanceof Promise) throw new TypeError('the plugins that read a document must not wait for anything');
  const headings = result.data.astro?.headings.map(({ slug }) => slug) ?? [];
  const frontmatter = result.frontmatter?.value ?? '';
  const isDraft = parseYaml(frontmatter).get('draft') === true;
  return { headings, items, links, silentPictures, frontmatter, isDraft };
}
