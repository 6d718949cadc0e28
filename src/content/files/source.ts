/** Turns the bytes of a file into text, or says why that cannot be done. */
import { type Problem, START } from '../problem.ts';
import type { Source } from './content-files.ts';

/** No page of that size can be read on a phone; it is more likely a file that came here by mistake. */
export const MAX_BYTES = 1024 * 1024;

const LINE_FEED = 0x0a;

/** @param bytes what the file holds */
export function createSource(path: string, bytes: Uint8Array): Source {
  if (bytes.length > MAX_BYTES) {
    const size = (bytes.length / MAX_BYTES).toFixed(1);
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
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start);
    const piece = bytes.subarray(start, end === -1 ? undefined : end);
    if (tryDecode(piece) === undefined) {
      let length = piece.length;
      while (tryDecode(piece.subarray(0, length)) === undefined) length -= 1;
      return { line, column: (tryDecode(piece.subarray(0, length)) ?? '').length + 1 };
    }
    if (end === -1) return { line, column: 1 };
    start = end + 1;
  }
}

function tryDecode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
