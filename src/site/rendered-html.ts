/** Last changes to a page's text, when it is HTML already and the page it stands on is known. */
import { DOCUMENT_LINK } from '../content/markdown/link.ts';

/** How Expressive Code names its sheet and its script. */
export const FRAME_ASSET = /^ec\.\w+\.(css|js)$/;
const FRAME_ASSETS = /<link\b[^>]*\/ec\.\w+\.css"[^>]*>|<script\b[^>]*\/ec\.\w+\.js"[^>]*><\/script>/g;
const BLOCK_OF_CODE = /<pre((?=[^>]*\sdata-language=)(?![^>]*\sstyle=)[^>]*)>([\s\S]*?)<\/pre>/g;
const TAG = /<[^>]*>/g;
const ENTITY = /&[\w#]+;/g;
const LINK = new RegExp(`<a\\b[^>]*\\s${DOCUMENT_LINK}(?=[\\s=>])[^>]*>`, 'g');

/**
 * Leads a page that is shown in the main language on in the reader's own, by putting a locale into the addresses of
 * links between documents.
 * @example localizeLinks('<a href="/kb/x/" data-doc>', '/kb/', 'es') // '<a href="/kb/es/x/" data-doc>'
 */
export function localizeLinks(html: string, base: string, locale: string): string {
  return html.replace(LINK, (tag) => tag.replace(`href="${base}`, `href="${base}${locale}/`));
}

/** Takes out the style sheet and the script that Expressive Code puts before the first block: `code.css` and `code-copy.ts` are ours. */
export function dropFrameAssets(html: string): string {
  return html.replace(FRAME_ASSETS, '');
}

/**
 * Says of each block of code how many lines it has, and columns, so that its room is known before it is laid out (`code.css`).
 * Blocks whose lines wrap have as many lines as there is room.
 */
export function measureCode(html: string): string {
  return html.replace(BLOCK_OF_CODE, (block: string, attributes: string, code: string) => {
    if (attributes.includes('class="wrap"')) return block;
    const lines = code.split('<div class="ec-line').slice(1);
    const columns = Math.max(0, ...lines.map(countColumns));
    return `<pre${attributes} style="--lines:${lines.length};--columns:${columns}">${code}</pre>`;
  });
}

/** @param line from within its opening tag */
function countColumns(line: string): number {
  const text = line.slice(line.indexOf('>') + 1).replace(TAG, '');
  return text.trimEnd().replace(ENTITY, '?').length;
}

/** Lets the keyboard scroll code blocks; `code-copy.ts` takes the stop away where a block does not scroll. */
export function makeCodeFocusable(html: string): string {
  return html.replace(/<pre(?=[\s>])(?![^>]*\stabindex)/g, '<pre tabindex="0"');
}

/** Lets the keyboard scroll tables, which scroll in themselves where a phone is too narrow for them. */
export function makeTablesFocusable(html: string): string {
  return html.replaceAll('<table>', '<table tabindex="0">');
}

/** Makes an icon with a name an image, which Starlight's is not: some screen readers pass over a drawing without a role. */
export function nameIcons(html: string): string {
  return html.replace(/<svg\b(?=[^>]*\saria-label=)(?![^>]*\srole=)/g, '<svg role="img"');
}
