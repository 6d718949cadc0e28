/** `npm run new`: a stub of a note, an exercise and so on, in every language. `--help` says how. */
import path from 'node:path';
import { cancel } from '@clack/prompts';
import site from '../../site.config.ts';
import { foldersOf } from '../content/check/checked-site.ts';
import { openDiskFiles } from '../content/files/disk-files.ts';
import { ask } from './new/ask.ts';
import type { Surroundings, Wanted } from './new/create.ts';
import { describeNext } from './new/next.ts';
import { type Given, readNewWords, readWanted, USAGE } from './new/options.ts';
import { planFiles } from './new/plan.ts';
import { Refusal, UsageError } from './new/refusal.ts';
import { writeAll } from './new/write.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
/** What a shell reports after Ctrl-C. */
const GIVEN_UP = 130;

try {
  const given = readNewWords(process.argv.slice(2), foldersOf(site));
  if (given === 'help') console.log(USAGE);
  else await make(given);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  const isUsage = error instanceof UsageError;
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : error.message);
  process.exitCode = isUsage ? 2 : 1;
}

async function make(given: Given): Promise<void> {
  const around = { files: openDiskFiles(PROJECT), site, today: new Date() };
  const wanted = await complete(given, around);
  if (wanted === undefined) {
    cancel('Nothing was written.');
    process.exitCode = GIVEN_UP;
    return;
  }
  const files = planFiles(wanted, around);
  writeAll(PROJECT, files);
  console.log(describeNext(wanted, around, files));
}

/** Asks only where somebody is there to answer. */
async function complete(given: Given, around: Surroundings): Promise<Wanted | undefined> {
  const wanted = readWanted(given);
  if (typeof wanted !== 'string') return wanted;
  if (process.stdin.isTTY && process.stdout.isTTY) return ask(given, around);
  throw new UsageError(wanted);
}
