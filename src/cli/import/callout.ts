/**
 * Obsidian's callouts, quotes that begin with `[!kind]`. They become asides; one that can be folded becomes `<details>`,
 * which is what the site folds with.
 */
import { closeFence, type FenceOpening, isFenceClosing, readFenceOpening } from '../../content/cards/card-fence.ts';
import { escapeHtml } from '../../content/exercise/html.ts';
import { readWikiWords } from './wiki-link.ts';

/** The four asides of the site, and the kinds that look like each. Any other kind is a note. */
const ASIDES: Readonly<Record<string, readonly string[]>> = {
  tip: ['tip', 'hint', 'important', 'success', 'check', 'done'],
  caution: ['caution', 'warning', 'attention'],
  danger: ['danger', 'error', 'failure', 'fail', 'missing', 'bug'],
};
const OPENING = /^ {0,3}> ?\[!([^\]|]+)(?:\|[^\]]*)?\]([+-]?)[ \t]*(.*)$/;
const QUOTED = /^ {0,3}> ?/;

export function convertCallouts(text: string): string {
  return text.includes('[!') ? convertLines(text.split('\n')).lines.join('\n') : text;
}

interface Converted {
  readonly lines: readonly string[];
  /** How many asides stand in each other. */
  readonly depth: number;
}

function convertLines(lines: readonly string[]): Converted {
  const result: string[] = [];
  let deepest = 0;
  let fence: FenceOpening | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (fence !== undefined) {
      if (isFenceClosing(line, fence)) fence = undefined;
      result.push(line);
      continue;
    }
    const [, kind, fold = '', title = ''] = OPENING.exec(line) ?? [];
    if (kind === undefined) {
      fence = readFenceOpening(line);
      result.push(line);
      continue;
    }
    const end = lines.findIndex((other, at) => at > index && !QUOTED.test(other));
    const inside = lines.slice(index + 1, end < 0 ? lines.length : end).map((quoted) => quoted.replace(QUOTED, ''));
    const body = convertLines(closeOpenFence(inside));
    if ((result.at(-1) ?? '') !== '') result.push('');
    result.push(...writeCallout({ kind: kind.trim().toLowerCase(), fold, title: title.trim() }, body), '');
    deepest = Math.max(deepest, body.depth + (fold === '' ? 1 : 0));
    index += inside.length;
    if (lines[index + 1]?.trim() === '') result.pop();
  }
  return { lines: result, depth: deepest };
}

interface Callout {
  readonly kind: string;
  readonly fold: string;
  readonly title: string;
}

function writeCallout({ kind, fold, title }: Callout, { lines, depth }: Converted): string[] {
  const [aside = 'note'] = Object.entries(ASIDES).find(([, kinds]) => kinds.includes(kind)) ?? [];
  const name = title || (kind === aside ? '' : kind.charAt(0).toUpperCase() + kind.slice(1));
  if (fold !== '') {
    const summary = escapeHtml(readWikiWords(name || aside.charAt(0).toUpperCase() + aside.slice(1)));
    return [`<details${fold === '+' ? ' open' : ''}>`, `<summary>${summary}</summary>`, '', ...lines, '', '</details>'];
  }
  // What stands outside needs more colons than what stands in it.
  const colons = ':'.repeat(3 + depth);
  return [`${colons}${aside}${name === '' ? '' : `[${name}]`}`, ...lines, colons];
}

/** A fence ends with its quote, and would swallow the rest of the page without it. */
function closeOpenFence(lines: readonly string[]): readonly string[] {
  let fence: FenceOpening | undefined;
  for (const line of lines) {
    if (fence === undefined) fence = readFenceOpening(line);
    else if (isFenceClosing(line, fence)) fence = undefined;
  }
  return fence === undefined ? lines : [...lines, closeFence(fence)];
}
