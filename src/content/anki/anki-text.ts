/**
 * HTML as a field of a note. Anki gives meaning to more than tags: `\(` begins a formula, `[sound:` a recording, and in a
 * cloze note `{{` and `::` are gaps and hints. What cards say of such things has to stay text.
 */
import { fillGaps, type RenderedTexts } from '../cards/card-html.ts';

/** MathJax reads texts, in which an entity is what it stands for, but none that goes on behind a tag; it skips code. */
export function escapeForAnki(html: string): string {
  return html
    .replace(/\[(?=(?:sound:|anki:|\/?latex\]|\/?\${1,2}\]))/gi, '&#91;')
    .split(/(<pre>.*?<\/pre>|<code>.*?<\/code>)/s)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/\\(?=[()[\]])/g, '<span>&#92;</span>')))
    .join('');
}

/** The text of a cloze note, its gaps as Anki writes them. All other braces are entities. */
export function writeClozeText(texts: RenderedTexts): string {
  const safe = { ...texts, question: writeBraces(escapeForAnki(texts.question)) };
  return fillGaps(safe, ({ number, hint }, hidden) => {
    const shownHint = hint === '' ? '' : `::${writeColons(writeBraces(escapeForAnki(hint)))}`;
    return `{{c${number}::${writeColons(hidden)}${shownHint}}}`;
  });
}

function writeBraces(html: string): string {
  return html.replaceAll('{', '&#123;').replaceAll('}', '&#125;');
}

function writeColons(html: string): string {
  return html.replaceAll('::', '&#58;&#58;');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** A field as Anki compares and sorts it: without tags. */
export function stripHtml(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_, code: string | undefined, name: string | undefined) =>
      name === undefined ? String.fromCodePoint(Number(code)) : (ENTITIES[name] ?? ''),
    );
}
