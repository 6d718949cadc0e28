/** The scripts that stand in a page's own text, which its content policy must name by their hash. */
import { createHash } from 'node:crypto';

/**
 * A comment, or a tag with its attributes. What a quoted attribute holds is skipped as a whole: code in a note may well
 * say `<script>`, and must not be allowed by that.
 */
const MARKUP = /<!--[\s\S]*?-->|<([a-zA-Z][^\s/>]*)([^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*)>/g;
/** Elements whose text is not markup, and what ends each. */
const RAW: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style', 'textarea', 'title'].map((name) => [name, new RegExp(`</${name}(?=[\\s/>])`, 'gi')]),
);
const SOURCE = /\ssrc\s*=/i;
const TYPE = /\stype\s*=\s*["']?([^"'\s>]+)/i;
/** Types that a browser runs; everything else is data. */
const RUN = /^(module|importmap|speculationrules|(text|application)\/(javascript|ecmascript))$/i;

/**
 * @param html of a whole page
 * @returns sources of a content policy, `'sha256-…'`, in the order of the page, each once
 */
export function hashInlineScripts(html: string): string[] {
  const hashes = new Set<string>();
  MARKUP.lastIndex = 0;
  for (let match = MARKUP.exec(html); match !== null; match = MARKUP.exec(html)) {
    const [, name = '', attributes = ''] = match;
    const tag = name.toLowerCase();
    const close = RAW.get(tag);
    if (close === undefined) continue;
    const start = MARKUP.lastIndex;
    close.lastIndex = start;
    const end = close.exec(html)?.index ?? html.length;
    MARKUP.lastIndex = end;
    if (tag === 'script' && isRunInline(attributes)) hashes.add(hashSource(html.slice(start, end)));
  }
  return [...hashes];
}

function isRunInline(attributes: string): boolean {
  if (SOURCE.test(attributes)) return false;
  const [, type] = TYPE.exec(attributes) ?? [];
  return type === undefined || RUN.test(type);
}

/** @param script as it stands between its tags, white space included */
export function hashSource(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
