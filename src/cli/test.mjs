/**
 * `npm test`: installs what is missing, runs every step even if one fails, side by side, and says what came of each.
 * A group's name runs its steps alone; words after it go to the group's runner: `npm run test:unit -- src/domain`.
 * Leaves the numbers in `.cache/test/summary.json`.
 */
import { closeSync, createReadStream, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { install } from './setup/install.mjs';
import { runScript, SetupError } from './setup/project.mjs';
import { runSideBySide } from './testing/lanes.mjs';
import { REPORTS, STEPS } from './testing/steps.mjs';
import { tallyOf } from './testing/tally.mjs';

const SUMMARY = path.join(REPORTS, 'summary.json');
/** Two steps that end together are shown one after the other. */
let printing = Promise.resolve();

await runScript(async () => {
  const [group, ...words] = process.argv.slice(2);
  const steps = STEPS.filter((step) => group === undefined || step.group === group);
  if (steps.length === 0)
    throw new SetupError(`There is no group "${group}": ${[...new Set(STEPS.map((step) => step.group))].join(', ')}`);
  rmSync(SUMMARY, { force: true });
  const node = await install();
  const start = performance.now();
  for (const step of steps) step.prepare?.({ node });
  const runHere = steps.length === 1 ? runInView : runAside;
  const results = await runSideBySide(steps, availableParallelism(), (step) => runHere(step, { node, words }));
  report(results, secondsSince(start));
});

async function runInView(step, job) {
  console.log(`\n──── ${step.name}\n`);
  return await runStep(step, job);
}

/** What it prints is shown when it ends, in one piece. */
async function runAside(step, job) {
  console.log(`${step.name} begins`);
  const log = path.join(REPORTS, `${step.name.replaceAll(/\W+/g, '-')}.log`);
  mkdirSync(REPORTS, { recursive: true });
  const output = openSync(log, 'w');
  const result = await runStep(step, { ...job, output });
  closeSync(output);
  printing = printing.then(async () => {
    console.log(`\n──── ${step.name} (${result.seconds.toFixed(1)} s)\n`);
    await pipeline(createReadStream(log), process.stdout, { end: false });
  });
  await printing;
  return result;
}

async function runStep(step, job) {
  const start = performance.now();
  const tally = await step.run(job).catch((error) => {
    console.error(error);
    return tallyOf(1);
  });
  return { name: step.name, seconds: secondsSince(start), ...tally };
}

function secondsSince(start) {
  return (performance.now() - start) / 1000;
}

/** Steps go side by side, so that the whole takes less than their sum. */
function report(results, seconds) {
  const sum = (field) => results.reduce((total, result) => total + result[field], 0);
  const total = {
    name: 'total',
    seconds,
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
  };
  console.log(
    `\n${'step'.padEnd(18)}${['passed', 'failed', 'skipped', 'seconds'].map((word) => word.padStart(9)).join('')}`,
  );
  for (const { name, passed, failed, skipped, seconds } of [...results, total]) {
    console.log(
      name.padEnd(18) +
        [passed, failed, skipped, seconds.toFixed(1)].map((value) => String(value).padStart(9)).join(''),
    );
  }
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(SUMMARY, JSON.stringify({ passed: total.passed, failed: total.failed, steps: results }, null, 2));
  if (total.failed > 0) process.exitCode = 1;
}
