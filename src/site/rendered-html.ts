/** Last changes to a page's text, when it is HTML already and the page it stands on is known. */
import { DOCUMENT_LINK } from '../content/markdown/link.ts';

const LINK = new RegExp(`<a\\b[^>]*\\s${DOCUMENT_LINK}(?=[\\s=>])[^>]*>`, 'g');

/**
 * Leads a page that is shown in the main language on in the reader's own, by putting a locale into the addresses of
 * links between documents.
 * @example localizeLinks('<a href="/kb/x/" data-doc>', '/kb/', 'es') // '<a href="/kb/es/x/" data-doc>'
 */
export function localizeLinks(html: string, base: string, locale: string): string {
  return html.replace(LINK, (tag) => tag.replace(`href="${base}`, `href="${base}${locale}/`));
}

/**
 * Lets the keyboard scroll code blocks. Expressive Code's script does so too, but makes each a landmark without a name
 * unless it finds a tab index; where a block does not scroll, it takes the tab index away.
 */
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
