/**
 * `npm test`: installs what is missing, runs every step even if one fails, and says what came of each.
 * A group's name runs its steps alone; words after it go to the group's runner: `npm run test:unit -- src/domain`.
 * Leaves the numbers in `.cache/test/summary.json`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { install } from './setup/install.mjs';
import { runScript, SetupError } from './setup/project.mjs';
import { REPORTS, STEPS } from './testing/steps.mjs';
import { tallyOf } from './testing/tally.mjs';

const SUMMARY = path.join(REPORTS, 'summary.json');

await runScript(async () => {
  const [group, ...words] = process.argv.slice(2);
  const steps = STEPS.filter((step) => group === undefined || step.group === group);
  if (steps.length === 0)
    throw new SetupError(`There is no group "${group}": ${[...new Set(STEPS.map((step) => step.group))].join(', ')}`);
  rmSync(SUMMARY, { force: true });
  const node = await install();
  const results = [];
  for (const step of steps) step.prepare?.(node, words);
  for (const step of steps) results.push(await runStep(step, node, words));
  report(results);
});

async function runStep(step, node, words) {
  console.log(`\n──── ${step.name}\n`);
  const start = performance.now();
  const tally = await step.run(node, words).catch((error) => {
    console.error(error);
    return tallyOf(1);
  });
  return { name: step.name, seconds: (performance.now() - start) / 1000, ...tally };
}

function report(results) {
  const sum = (field) => results.reduce((total, result) => total + result[field], 0);
  const total = {
    name: 'total',
    seconds: sum('seconds'),
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
