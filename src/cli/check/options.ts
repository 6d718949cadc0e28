/** The words after `npm run check --`. */
import { parseArgs } from 'node:util';
import { findNearest } from '../../content/nearest.ts';
import { FORMATS, type Format } from './report.ts';

export interface CheckWords {
  readonly format: Format;
  /** Whether blocks are executed and their output compared. */
  readonly isRunning: boolean;
  /** Whether real output is written into the pages. */
  readonly isFixing: boolean;
  /** Paths to look at; all content where there are none. */
  readonly only: readonly string[];
}

export const USAGE = `npm run check -- [file …] [--run] [--fix-output] [--format text|json|github]

Checks the content: every problem of every file, with its place and a hint. Exits with 1 on an error.

  file …          says only what concerns these files or folders
  --run           also executes the code blocks and compares their output
  --fix-output    also writes the output that differs into the pages
  --format        text for people (default), json for scripts, github for annotations`;

/** @throws {TypeError} with a sentence for the person at the keyboard */
export function readCheckWords(words: readonly string[]): CheckWords | 'help' {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      run: { type: 'boolean', default: false },
      'fix-output': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const format = FORMATS.find((name) => name === values.format);
  if (format === undefined) {
    const [nearest = 'text'] = findNearest(values.format, FORMATS);
    throw new TypeError(`--format ${values.format} is not known: did you mean ${nearest}?`);
  }
  const isFixing = values['fix-output'];
  return {
    format,
    isFixing,
    isRunning: values.run || isFixing,
    only: positionals.map((word) => word.replace(/^\.\//, '')),
  };
}
