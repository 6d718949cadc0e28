/**
 * Diagrams become inline SVG at build time, themed by the page's colors, without a client script.
 *
 * A `mermaid` fence starts with a comment that is its text alternative (`%% alt: …`). A hand-made picture is an SVG
 * file beside the note, referenced alone in its paragraph: `![what it shows](./note-picture.svg)`.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderMermaidSVG } from 'beautiful-mermaid';
import type { MdastPluginEntry } from 'satteri';

const ALTERNATIVE = /^[ \t]*%%[ \t]*alt:[ \t]*(\S.*?)[ \t]*\r?$/m;

/** What a Mermaid picture shows, in words, for those who do not see it. */
export function findAlternative(source: string): string | undefined {
  return ALTERNATIVE.exec(source)?.[1];
}

/** A fresh plugin for each document; only local files below the document's folder are read. */
export const diagramPlugin: MdastPluginEntry = ({ fileURL }) => {
  let count = 0;
  return {
    name: 'study-diagrams',
    code(node, context) {
      if (node.lang !== 'mermaid') return;
      count += 1;
      const svg = renderMermaid(node.value, `d${count}`);
      context.replaceNode(node, { raw: figure(svg, findAlternative(node.value)), mdxExpressions: false });
    },
    paragraph(node, context) {
      const [image, ...others] = node.children;
      if (image?.type !== 'image' || others.length > 0 || fileURL === undefined) return;
      if (!image.url.startsWith('.') || !image.url.endsWith('.svg')) return;
      const file = path.resolve(path.dirname(fileURLToPath(fileURL)), image.url);
      context.replaceNode(node, { raw: figure(readFileSync(file, 'utf8'), image.alt ?? ''), mdxExpressions: false });
    },
  };
};

/**
 * Renders Mermaid text. The library's output imports a foreign font, styles itself inline, repeats every label in
 * `data-` attributes and uses ids that clash between two pictures of a page: all that is taken out, `diagram.css`
 * styles it instead, and each picture gets ids of its own.
 */
export function renderMermaid(source: string, id: string): string {
  // Before the first line of a sequence or class diagram the library does not take a comment.
  return renderMermaidSVG(source.replace(/^\s*%%.*$\n?/gm, ''), { padding: 8 })
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/ (?:style|data-[\w-]+)="[^"]*"/g, '')
    .replace(/(\d\.\d)\d+/g, '$1')
    .replace(/( id="|url\(#)([\w-]+)/g, (_, prefix: string, name: string) => `${prefix}${id}-${name}`)
    .replace(
      /(<svg[^>]*) width="([\d.]+)" height="([\d.]+)"/,
      (_, start: string, width: string, height: string) =>
        `${start} width="${enlarge(width)}" height="${enlarge(height)}"`,
    );
}

/** The library draws labels at 11 to 13 units; this brings them to the size of the text around. */
function enlarge(length: string): number {
  return Math.round(Number(length) * 1.15);
}

function figure(svg: string, alternative: string | undefined): string {
  const label =
    alternative === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escapeAttribute(alternative)}"`;
  const drawing = svg
    .replace(/<\?xml[^>]*\?>|<!--[\s\S]*?-->/g, '')
    .replace('<svg', () => `<svg ${label} focusable="false"`)
    .replace(/\n\s*\n/g, '\n')
    .trim();
  return `<figure class="study-diagram not-content" tabindex="0">${drawing}</figure>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
