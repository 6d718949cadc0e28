/** `npm run setup`: makes a clone somebody's own site. `--help` says how. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import site from '../../site.config.ts';
import { openDiskFiles } from '../content/files/disk-files.ts';
import { Refusal, UsageError } from './new/refusal.ts';
import { completeAnswers, isFirstTime } from './setup-site/answers.ts';
import { applyPlan, findRisk } from './setup-site/apply.ts';
import { type Asker, askAtTerminal, askOfPipe, GivenUp } from './setup-site/ask.ts';
import { readSetupWords, type SetupWords, USAGE } from './setup-site/given.ts';
import { OUR_AREAS } from './setup-site/our-content.ts';
import { planSetup } from './setup-site/plan.ts';
import { describeNext, describePlan } from './setup-site/report.ts';
import { findStarterWords } from './setup-site/starter-words.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
/** What a shell reports after Ctrl-C. */
const GIVEN_UP = 130;

try {
  const words = readSetupWords(process.argv.slice(2));
  if (words === 'help') console.log(USAGE);
  else await setUp(words);
} catch (error) {
  if (error instanceof GivenUp) {
    console.error('Nothing was written.');
    process.exitCode = GIVEN_UP;
  } else if (error instanceof Refusal) {
    console.error(error.message);
    if (error instanceof UsageError) console.error('\nnpm run setup -- --help says what each option is.');
    process.exitCode = error instanceof UsageError ? 2 : 1;
  } else throw error;
}

async function setUp({ given, isYes, isForced }: SetupWords): Promise<void> {
  const risk = findRisk(PROJECT);
  if (risk !== undefined && !isForced) throw new Refusal(`${risk}, or say --force.`);
  const files = openDiskFiles(PROJECT);
  const asker = isYes ? undefined : openAsker();
  const answers = await completeAnswers(
    given,
    { site, areas: findAreas(files.list()), suggestDescription },
    asker?.ask,
  );
  if (answers.keep !== 'all' && !isFirstTime(site) && !isForced) {
    throw new Refusal(
      'This site was set up before, so what lies in content/ may be your own: --force takes it away all the same.',
    );
  }
  const config = readFileSync(path.join(PROJECT, 'site.config.ts'), 'utf8');
  const plan = planSetup(answers, { site, files, config, today: new Date() });
  console.log(describePlan(plan, answers, (file) => files.has(file)));
  if (asker !== undefined && !(await asker.confirm('Write this?'))) throw new GivenUp();
  applyPlan(PROJECT, plan);
  console.log(describeNext(answers, plan));
}

function openAsker(): Asker {
  return process.stdin.isTTY && process.stdout.isTTY ? askAtTerminal() : askOfPipe(process.stdin, process.stdout);
}

function findAreas(files: readonly string[]): string[] {
  return OUR_AREAS.filter((area) => files.some((file) => file.startsWith(`content/docs/${area}/`)));
}

function suggestDescription(lang: string, title: string): string {
  return findStarterWords(lang)?.describe(title) ?? title;
}
