/** What a Markdown file offers to links (its anchors) and asks of others (its links). */
import { readFileSync, statSync } from 'node:fs';
import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import type { Definition, Image, Link } from 'mdast';
import { type MdastPluginDefinition, markdownToHtml, mdxToJs } from 'satteri';
import { readChecklist } from './checklist.ts';

/** A link or image as written. `line` and `column` are 1-based. */
export interface WrittenLink {
  readonly url: string;
  readonly isImage: boolean;
  readonly line: number;
  readonly column: number;
}

/** A document's anchors, in order, and its links. */
export interface DocumentLinks {
  readonly anchors: readonly string[];
  readonly links: readonly WrittenLink[];
}

interface CachedDocument {
  readonly modified: number;
  readonly links: DocumentLinks;
}

/** Parsed files by path; a file that has changed since is parsed again. */
const cache = new Map<string, CachedDocument>();

/** Reads a file's anchors and links. */
export function readDocumentLinks(file: string): DocumentLinks {
  const modified = statSync(file).mtimeMs;
  const cached = cache.get(file);
  if (cached?.modified === modified) return cached.links;
  const links = parseDocumentLinks(readFileSync(file, 'utf8'), file.endsWith('.mdx') ? 'mdx' : 'md');
  cache.set(file, { modified, links });
  return links;
}

/** Parses a text's anchors (headings as Astro slugs them, checklist items) and links. */
function parseDocumentLinks(source: string, format: 'md' | 'mdx'): DocumentLinks {
  const links: WrittenLink[] = [];
  const collect = (node: Readonly<Link | Image | Definition>) => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    links.push({ url: node.url, isImage: node.type === 'image', line, column });
  };
  const collectLinks: MdastPluginDefinition = {
    name: 'collect-links',
    options: { position: true },
    link: collect,
    image: collect,
    definition: collect,
  };
  const options = {
    features: { smartPunctuation: true },
    mdastPlugins: [collectLinks],
    hastPlugins: [satteriHeadingIdsPlugin()],
    data: {
      astro: { frontmatter: {}, headings: [], localImagePaths: new Set<string>(), remoteImagePaths: new Set<string>() },
    },
  };
  const result = format === 'mdx' ? mdxToJs(source, options) : markdownToHtml(source, options);
  if (result instanceof Promise) throw new TypeError('the plugins that read links must not wait for anything');
  const headings = result.data.astro?.headings.map(({ slug }) => slug) ?? [];
  const items = readChecklist(source, format).map(({ id }) => id);
  return { anchors: [...headings, ...items], links };
}
