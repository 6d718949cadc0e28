/** Turns links between files into addresses. Dead links are left for the check to report, with all the others. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Definition, Link, Nodes } from 'mdast';
import type { MdastPluginEntry } from 'satteri';
import type { ContentFiles } from '../files/content-files.ts';
import { keepList } from '../files/list-index.ts';
import { resolveLink } from '../link.ts';
import { DOCS } from '../page.ts';
import { type SiteShape, toPosix } from '../place.ts';

/** Marks addresses in the main language, so that a fallback page can lead on in the reader's own. */
export const DOCUMENT_LINK = 'data-doc';

/** @param project absolute path of the folder that holds `content/` */
export function createLinkPlugin(project: string, files: ContentFiles, shape: SiteShape): MdastPluginEntry {
  return ({ fileURL }) => {
    if (fileURL === undefined) return undefined;
    const file = toPosix(path.relative(project, fileURLToPath(fileURL)));
    if (!file.startsWith(DOCS)) return undefined;
    const definitions = new Map<string, Definition>();
    let steady: ContentFiles | undefined;

    /** The address of a link, and the mark it gets; `undefined` where it stays as it is written. */
    const resolve = (url: string) => {
      steady ??= keepList(files);
      const resolution = resolveLink(steady, file, { url, kind: 'link', line: 0, column: 0 }, shape);
      if (resolution.kind !== 'document') return undefined;
      const data = resolution.locale === 'root' ? { hProperties: { [DOCUMENT_LINK]: '' } } : undefined;
      return { url: resolution.address, data };
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
