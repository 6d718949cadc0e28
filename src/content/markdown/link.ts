/** Turns links between files into addresses. Dead links are left for the check to report, with all the others. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastPluginEntry } from 'satteri';
import { resolveLink } from '../link.ts';
import type { SiteShape } from '../place.ts';

/** Marks addresses within the site, so that a fallback page can lead on in its own language. */
export const DOCUMENT_LINK = 'data-doc';

/** @param root absolute path of `content/docs` */
export function createLinkPlugin(root: string, shape: SiteShape): MdastPluginEntry {
  return ({ fileURL }) => {
    const file = fileURL === undefined ? undefined : fileURLToPath(fileURL);
    if (file === undefined || path.relative(root, file).startsWith('..')) return undefined;
    return {
      name: 'study-links',
      link(node, context) {
        const resolution = resolveLink(root, file, { url: node.url, isImage: false, line: 0, column: 0 }, shape);
        if (resolution.kind !== 'document') return;
        context.setProperty(node, 'url', resolution.address);
        if (!resolution.address.startsWith('#')) {
          context.setProperty(node, 'data', { hProperties: { [DOCUMENT_LINK]: '' } });
        }
      },
    };
  };
}
