/** `npm run check`: everything wrong with the content, in one list. `--help` says how. */
import path from 'node:path';
import site from '../../site.config.ts';
import { checkContent } from '../content/check/check-content.ts';
import { openDiskFiles } from '../content/files/disk-files.ts';
import { errorsAddressOf } from '../content/generated-page.ts';
import { compareProblems, isError } from '../content/problem.ts';
import { readCheckWords, USAGE } from './check/options.ts';
import { REPORTERS } from './check/report.ts';
import { readReleased } from './released.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');

try {
  const words = readCheckWords(process.argv.slice(2));
  if (words === 'help') console.log(USAGE);
  else process.exitCode = await check(words);
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}

async function check({ format, isRunning, isFixing, only }: Exclude<ReturnType<typeof readCheckWords>, 'help'>) {
  const files = openDiskFiles(PROJECT);
  const isMeant = (file: string) =>
    only.length === 0 || only.some((place) => file === place || file.startsWith(`${place.replace(/\/$/, '')}/`));
  const named = files.list().filter(isMeant);
  if (named.length === 0) throw new TypeError(`content has nothing at ${only.join(', ')}`);
  // The interpreters are loaded only when they are asked for.
  const { checkOutputs } = isRunning ? await import('./check/outputs.ts') : {};
  const ran = await checkOutputs?.(PROJECT, files, named, { isFixing });
  const released = readReleased(PROJECT, site);
  const problems = checkContent(files, site, {
    today: new Date(),
    released: typeof released === 'string' ? undefined : released,
  });
  const result = {
    problems: [...(ran?.problems ?? []), ...problems.filter(({ file }) => isMeant(file))].sort(compareProblems),
    files,
    checked: named.length,
    errorsUrl: errorsAddressOf(site),
    notes: [...(ran?.notes ?? []), ...(typeof released === 'string' ? [released] : [])],
  };
  console.log(REPORTERS[format](result));
  return result.problems.some(isError) ? 1 : 0;
}
