/** Decides which files to write, or why none: what is written passes the content check and replaces nothing. */
import { formatProblem } from '../../content/problem.ts';
import { findNewErrors, findTaken } from './conflict.ts';
import { createFiles, type Surroundings, type Wanted } from './create.ts';
import { Refusal } from './refusal.ts';
import type { NewFiles } from './stub.ts';

/** @throws {Refusal} with everything that stands against it */
export function planFiles(wanted: Wanted, around: Surroundings): NewFiles {
  const files = createFiles(wanted, around);
  const taken = findTaken(around, files);
  if (taken.length > 0) {
    const what = taken.length === 1 ? 'this file is' : 'these files are';
    throw new Refusal(
      `Nothing was written, since ${what} there already:\n\n${taken.map((path) => `  ${path}`).join('\n')}`,
    );
  }
  const errors = findNewErrors(around, files);
  if (errors.length === 0) return files;
  throw new Refusal(
    `Nothing was written, since it would not pass the check:\n\n${errors.map(formatProblem).join('\n')}`,
  );
}
