/** What the check says of content, as inline snapshots show it. */
import { formatProblem } from '../../problem.ts';
import { parseArchive } from '../archive.ts';
import { checkExample, readExample } from '../example.ts';
import type { Code } from '../table.ts';

/** What it says of the failing example of a code. */
export function explain(code: Code): string {
  return checkExample(readExample(code, 'fail')).map(formatProblem).join('\n');
}

/**
 * What it says under one code of other content.
 * @param archive as the examples are written
 */
export function check(code: Code, archive: string): string {
  return checkExample(parseArchive(Buffer.from(archive)))
    .filter((problem) => problem.code === code)
    .map(formatProblem)
    .join('\n');
}
