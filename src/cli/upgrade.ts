/** `npm run upgrade`: takes a newer engine into a fork. `--help` says how. */
import path from 'node:path';
import { Refusal, UsageError } from './new/refusal.ts';
import { checkUpgraded } from './upgrade/content-result.ts';
import { readJournal } from './upgrade/journal.ts';
import { readUpgradeWords, type UpgradeWords, USAGE } from './upgrade/options.ts';
import { continueUpgrade, type Progress, startUpgrade } from './upgrade/run-upgrade.ts';
import { undoUpgrade } from './upgrade/undo.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
/** Tells `upgrade.mjs` that the newer engine is in place and has to go on. */
const AGAIN = 75;

try {
  const words = readUpgradeWords(process.argv.slice(2));
  if (words.act === 'help') console.log(USAGE);
  else process.exitCode = await act(words);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  const isUsage = error instanceof UsageError;
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : error.message);
  process.exitCode = isUsage ? 2 : 1;
}

async function act(words: Exclude<UpgradeWords, { act: 'help' }>): Promise<number> {
  if (words.act === 'undo') {
    const { count, journal } = undoUpgrade(PROJECT, words.isForced);
    console.log(`Taken back: ${count} files are what they were before the upgrade to ${journal.to}.`);
    return 0;
  }
  if (words.act === 'start') return report(await startUpgrade(PROJECT, words, console.log));
  return report(await continueUpgrade(PROJECT, console.log));
}

function report(progress: Progress): number {
  if (progress === 'nothing') return 0;
  if (progress === 'again') return AGAIN;
  return progress === 'conflicts' ? 1 : check();
}

/** What the newer engine says of the content, and what is left to do. */
function check(): number {
  const content = checkUpgraded(PROJECT);
  console.log(content.text);
  const journal = readJournal(PROJECT);
  const left = (journal?.handMerge ?? []).filter(({ hasMarkers }) => !hasMarkers);
  if (left.length > 0) {
    console.log(`\nLook at these yourself:\n${left.map(({ file, note }) => `  ${file}  ${note}`).join('\n')}`);
  }
  const isWell = content.isWell && left.length === 0;
  const state = isWell ? 'is done' : 'is done but for what stands above';
  console.log(`\nThe upgrade to ${journal?.to} ${state}. See it with git diff, try npm test, and commit it.`);
  console.log('To take it back: npm run upgrade -- --undo');
  return isWell ? 0 : 1;
}
