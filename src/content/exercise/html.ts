/** Pieces of HTML that stand in generated Markdown: a block of it ends at an empty line, so there is none in them. */
import { markdownToHtml } from 'satteri';
import { FEATURES } from '../markdown/features.ts';

/** Longer than any fence in what is shown. */
const FENCE = '~~~~~~~~';

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A line of Markdown as HTML without a paragraph around it: `1. Know <code>len</code>`. */
export function renderInline(markdown: string): string {
  // The number of a heading would begin a list.
  const [, number = '', text = ''] = /^(\d+\. )?(.*)$/s.exec(markdown) ?? [];
  const result = markdownToHtml(text, { features: FEATURES });
  if (result instanceof Promise) throw new TypeError('a line of Markdown waits for nothing');
  return number + result.html.trim().replace(/^<p>|<\/p>$/g, '');
}

/** @param title name of the file; empty for what stands in none */
export function writeFence(language: string, title: string, code: string): string {
  const name = title === '' ? '' : ` title="${title}"`;
  return `${FENCE}${language}${name}\n${code.replace(/\s+$/, '')}\n${FENCE}`;
}

/** A fold with Markdown in it. */
export function writeDetails(attributes: string, summary: string, body: string): string {
  return `<details ${attributes}>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
