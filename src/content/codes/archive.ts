/**
 * Several files in one text, in the form of Go's `txtar`: a line `-- path --` begins a file, which goes on to the next
 * such line. What stands before the first one is a comment.
 *
 * Two things are added, for what a text cannot hold: `-- path -> target --` is a link of the file system, and
 * `-- path * 3000 --` repeats what follows so many times.
 *
 * @see https://pkg.go.dev/golang.org/x/tools/txtar
 */
import type { MemoryFile } from '../files/memory-files.ts';

const MARKER = /^-- (\S+)(?: -> (\S+)| \* (\d+))? --\r?\n/;

/** A file of an archive, with its text as a page shows it. */
export interface ArchiveFile {
  readonly path: string;
  readonly file: MemoryFile;
  readonly shown: string;
}

/** @param bytes of the archive, which need not be UTF-8, since a file in it may be the one that is not */
export function parseArchive(bytes: Uint8Array): ArchiveFile[] {
  // One character a byte, so that nothing is lost on the way.
  const lines =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const starts = lines.flatMap((line, index) => (MARKER.test(line) ? [index] : []));
  return starts.map((start, index) => {
    const [, path = '', linkTo, times = '1'] = MARKER.exec(lines[start] ?? '') ?? [];
    const body = lines.slice(start + 1, starts[index + 1]).join('');
    const shown = Buffer.from(body, 'latin1').toString('utf8');
    if (linkTo !== undefined) return { path, file: { linkTo }, shown: `(a link to ${linkTo})\n` };
    return { path, file: Buffer.from(body.repeat(Number(times)), 'latin1'), shown };
  });
}
