/** The files of `content/`, wherever they come from: the disk, or a test's or an example's memory. */
import type { Problem } from '../problem.ts';

/** A file as text. One that cannot be read has no text and says why. */
export interface Source {
  /** Relative to the project, with forward slashes: `content/docs/index.md`. */
  readonly path: string;
  /** Decoded, without a byte order mark; line ends as they are. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

export interface ContentFiles {
  /** Paths of all files below `content/`, sorted. */
  list(): readonly string[];
  has(path: string): boolean;
  /** The same object as long as the file has not changed, so that what was made of it can be kept. */
  read(path: string): Source;
}
