/** Turns links between files into addresses. Dead links are left for the check to report, with all the others. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Definition, Link, Nodes } from 'mdast';
import type { MdastPluginEntry } from 'satteri';
import type { ContentFiles } from '../files/content-files.ts';
import { keepList } from '../files/list-index.ts';
import { resolveLink } from '../link.ts';
import { DOCS } from '../page.ts';
import { placeOf, type SiteShape, toPosix } from '../place.ts';

/** Marks addresses in the main language, so that a fallback page can lead on in the reader's own. */
export const DOCUMENT_LINK = 'data-doc';

/** Where a link leads, and the mark it gets. */
export interface LinkTarget {
  readonly href: string;
  /** In the language of the document, even where it has no translation of that page: the original is shown there. */
  readonly ownHref: string;
  readonly mark: typeof DOCUMENT_LINK | undefined;
}
/** Resolves the links of a document, by its file; `undefined` where a link stays as it is written. */
export type PageLinks = (file: URL | undefined) => (url: string) => LinkTarget | undefined;

/** @param project absolute path of the folder that holds `content/` */
export function createPageLinks(project: string, files: ContentFiles, shape: SiteShape): PageLinks {
  return (fileURL) => {
    const file = fileURL === undefined ? '' : toPosix(path.relative(project, fileURLToPath(fileURL)));
    const { locale } = placeOf(file.slice(DOCS.length), shape.locales);
    let steady: ContentFiles | undefined;
    return (url) => {
      if (!file.startsWith(DOCS)) return undefined;
      steady ??= keepList(files);
      const resolution = resolveLink(steady, file, { url, kind: 'link', line: 0, column: 0 }, shape);
      if (resolution.kind !== 'document') return undefined;
      const { address: href, locale: target } = resolution;
      if (target !== 'root') return { href, ownHref: href, mark: undefined };
      const ownHref = locale === 'root' ? href : href.replace(shape.base, `${shape.base}${locale}/`);
      return { href, ownHref, mark: DOCUMENT_LINK };
    };
  };
}

export function createLinkPlugin(links: PageLinks): MdastPluginEntry {
  return ({ fileURL }) => {
    const definitions = new Map<string, Definition>();
    const find = links(fileURL);
    const resolve = (url: string) => {
      const target = find(url);
      const data = target?.mark === undefined ? undefined : { hProperties: { [target.mark]: '' } };
      return target && { url: target.href, data };
    };
    return {
      name: 'study-links',
      before: (tree) => collectDefinitions(tree, definitions),
      link(node, context) {
        const target = resolve(node.url);
        if (target === undefined) return;
        context.setProperty(node, 'url', target.url);
        if (target.data) context.setProperty(node, 'data', target.data);
      },
      linkReference(node, context) {
        const definition = definitions.get(node.identifier.toLowerCase());
        const target = definition && resolve(definition.url);
        if (target === undefined) return;
        const link: Link = { type: 'link', url: target.url, children: [...node.children] };
        context.replaceNode(node, target.data ? { ...link, data: target.data } : link);
      },
    };
  };
}

function collectDefinitions(node: Readonly<Nodes>, found: Map<string, Definition>): void {
  if (node.type === 'definition') found.set(node.identifier.toLowerCase(), node);
  if ('children' in node) for (const child of node.children) collectDefinitions(child, found);
}
