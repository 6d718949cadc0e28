/** What raw HTML says, as Markdown: words, links and code, without what only a script or an eye makes sense of. */
import { Parser } from 'htmlparser2';

const UNSEEN = new Set(['button', 'input', 'script', 'select', 'style', 'svg', 'template', 'textarea']);
const MARKS: Readonly<Record<string, string>> = { b: '**', strong: '**', summary: '**', i: '*', em: '*', code: '`' };
const LINES = new Set(['div', 'dd', 'dt', 'h2', 'h3', 'h4', 'li', 'p', 'section', 'summary', 'tr']);
const LONE_TAG = /^<\/?[a-z][^<>]*>$/i;

/** The end of an element that nobody reads, where it is a tag of its own. */
export function endOfUnseen(tag: string): string | undefined {
  const [, name = ''] = /^<([a-z]+)\b[^<>]*>$/i.exec(tag) ?? [];
  return UNSEEN.has(name) ? `</${name}>` : undefined;
}

/**
 * @param html of a node: a whole fragment, or one tag whose end is another node
 * @param resolve gives the whole address of a link
 */
export function wordsOfHtml(html: string, resolve: (url: string) => string): string {
  if (LONE_TAG.test(html.trim())) return /^<br\b/i.test(html) ? '\n' : '';
  let [text, hidden] = ['', 0];
  const links: string[] = [];
  const parser = new Parser({
    onopentag(name, { href }) {
      if (UNSEEN.has(name)) hidden++;
      if (hidden > 0) return;
      if (LINES.has(name)) text += '\n';
      if (name === 'li') text += '- ';
      if (name === 'a') {
        links.push(href ?? '');
        text += '[';
      }
      text += MARKS[name] ?? '';
    },
    ontext(words) {
      if (hidden === 0) text += words.replace(/\s+/g, ' ');
    },
    onclosetag(name, isImplied) {
      if (UNSEEN.has(name)) hidden--;
      else if (hidden === 0) {
        if (name === 'a') text += `](${resolve(links.pop() ?? '')})`;
        text += isImplied ? '' : (MARKS[name] ?? '');
        if (LINES.has(name)) text += '\n';
      }
    },
  });
  parser.end(html);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '-')
    .join('\n');
}
