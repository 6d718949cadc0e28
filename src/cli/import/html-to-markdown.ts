/** The HTML of Anki's fields as Markdown: what a card can show, and the words of everything else. */
import { Parser } from 'htmlparser2';

/** Elements that stand in a line of their own. */
const BLOCKS = new Set(['div', 'p', 'ul', 'ol', 'table', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr']);
const MARKS: Readonly<Record<string, string>> = { b: '**', strong: '**', i: '*', em: '*', s: '~~', del: '~~' };
const UNSEEN = new Set(['script', 'style']);

interface Frame {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** @param onPicture is told of each picture, whose file is not in the text */
export function convertHtml(html: string, onPicture: (file: string) => void): string {
  const root: Frame = { name: '', attributes: {}, text: '' };
  const frames = [root];
  const top = () => frames.at(-1) ?? root;
  const isCode = () => frames.some(({ name }) => name === 'pre' || name === 'code');
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'br') top().text += isCode() ? '\n' : '\\\n';
      else if (name === 'img') {
        onPicture(attributes.src ?? '');
        top().text += escapeText(`[${attributes.alt || attributes.src || 'picture'}]`);
      } else frames.push({ name, attributes, text: '' });
    },
    ontext(text) {
      top().text += isCode() ? text : escapeText(text.replace(/[\s\u00A0]+/g, ' '));
    },
    onclosetag(name) {
      if (frames.length < 2 || top().name !== name) return;
      const frame = frames.pop();
      if (frame !== undefined) top().text += isCode() ? frame.text : closeFrame(frame, frames);
    },
  });
  parser.end(html);
  return tidy(root.text);
}

function closeFrame({ name, attributes, text }: Frame, around: readonly Frame[]): string {
  if (UNSEEN.has(name)) return '';
  if (name === 'pre') return `\n\n${fence(text)}\n\n`;
  if (name === 'code') return writeCode(text);
  if (name === 'sup' || name === 'sub') return `${name === 'sup' ? '^' : '\\_'}${text}`;
  if (name === 'a' && /^(https?:|mailto:)/.test(attributes.href ?? '')) return `[${text}](<${attributes.href}>)`;
  if (name === 'li') {
    const isNumbered = around.findLast((frame) => frame.name === 'ol' || frame.name === 'ul')?.name === 'ol';
    return `\n${isNumbered ? '1.' : '-'} ${tidy(text).replace(/\n(?=.)/g, '\n   ')}\n`;
  }
  if (name === 'td' || name === 'th') return `${text} \\| `;
  if (name === 'tr') return `\n${text.replace(/ \\\| $/, '')}\\\n`;
  if (BLOCKS.has(name)) return `\n\n${text}\n\n`;
  const mark = MARKS[name];
  return mark === undefined ? text : surround(text, mark);
}

/** Marks stand next to the words that they are for, and never over a break of paragraphs. */
function surround(text: string, mark: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return words === '' || /\n\n|\\\n/.test(words) ? text : `${before}${mark}${words}${mark}${after}`;
}

function writeCode(text: string): string {
  if (text.trim() === '') return text;
  if (text.includes('\n')) return `\n\n${fence(text)}\n\n`;
  const marks = '`'.repeat(longestRun(text) + 1);
  const space = /^`|`$/.test(text) ? ' ' : '';
  return `${marks}${space}${text}${space}${marks}`;
}

/** A block of text that nothing in it can end. */
function fence(text: string): string {
  const marks = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${marks}text\n${text.replace(/^\n+|\s+$/g, '')}\n${marks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]<>|&~]/g, '\\$&').replace(/^( *)([#+-]|\d+(?=[.)]))/, escapeStart);
}

/** What would begin a list or a heading. */
function escapeStart(whole: string, space: string, sign: string): string {
  return /\d/.test(sign) ? whole : `${space}\\${sign}`;
}

/** Paragraphs with one blank line between them; code keeps its own. */
function tidy(text: string): string {
  const parts = text.split(/^(`{3,}text\n[\s\S]*?\n`{3,}$)/m);
  return parts
    .map((part, index) => (index % 2 === 1 ? part : tidyProse(part)))
    .join('')
    .trim();
}

function tidyProse(text: string): string {
  return text
    .replace(/(?:\\\n[ ]*){2,}/g, '\n\n')
    .replace(/\\\n(?=\s*(?:\n|$))/g, '\n')
    .replace(/(?<=\n) +(?=\n)/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^[ ]+(?=[^ \-\d])/gm, '');
}
