/** Turns the bytes of a file into text, or says why that cannot be done. */
import { type Problem, START } from '../problem.ts';
import type { Source } from './content-files.ts';

/** No page of that size can be read on a phone; it is more likely a file that came here by mistake. */
export const MAX_BYTES = 1024 * 1024;

/** @param bytes what the file holds */
export function createSource(path: string, bytes: Uint8Array): Source {
  if (bytes.length > MAX_BYTES) {
    const size = (Math.ceil((bytes.length / MAX_BYTES) * 10) / 10).toFixed(1);
    return unreadable(path, {
      ...START,
      code: 'file-size',
      message: `this file has ${size} MiB; 1 MiB is the most`,
      hint: 'split it into several pages, or move what is not text out of it',
    });
  }
  const decoded = decode(bytes);
  if (typeof decoded !== 'string') {
    return unreadable(path, {
      ...decoded,
      code: 'file-encoding',
      message: 'this byte is not UTF-8, so the file cannot be read',
      hint: 'save the file as UTF-8; your editor calls it "encoding" or "charset"',
    });
  }
  return { path, text: decoded, problems: [] };
}

/** A link of the file system that leads out of `content/` or nowhere: what stands there is not the writer's to publish. */
export function createStray(path: string, target: string): Source {
  return unreadable(path, {
    ...START,
    code: 'file-link',
    message: `this is a link to ${target}, which is not a file of content/`,
    hint: 'copy the file here, or take the link away',
  });
}

function unreadable(path: string, problem: Omit<Problem, 'file'>): Source {
  return { path, text: '', problems: [{ file: path, ...problem }] };
}

/** The text, without a byte order mark, or the 1-based place of the first byte that is not UTF-8. */
function decode(bytes: Uint8Array): string | { line: number; column: number } {
  const text = tryDecode(bytes);
  if (text !== undefined) return text;
  // By halves: one byte at a time takes ten seconds in a file of one long line.
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (tryDecode(bytes.subarray(0, middle), { stream: true }) === undefined) bad = middle;
    else good = middle;
  }
  const lines = (tryDecode(bytes.subarray(0, good), { stream: true }) ?? '').split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** @param options `stream` lets the last character be cut off */
function tryDecode(bytes: Uint8Array, options: TextDecodeOptions = {}): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, options);
  } catch {
    return undefined;
  }
}
