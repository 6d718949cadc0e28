/**
 * What `npm test` runs. A step is one check or one test runner; `npm run check:code`, `test:unit`, `test:python`,
 * `test:sites` and `test:e2e` run the steps of their group alone. Steps go side by side (lanes.mjs): the list is in the
 * order in which they begin, those that fill one core before those that fill all.
 */
import { existsSync, mkdirSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { BROWSER_HINT, provideBrowser } from '../setup/browser.mjs';
import { run } from '../setup/command.mjs';
import { ROOT, SetupError } from '../setup/project.mjs';
import { PYTHON_HINT, providePython } from '../setup/python.mjs';
import { provideVenv, VENV_HINT } from '../setup/venv.mjs';
import { build } from '../site/build.mjs';
import { readTally, tallyOf } from './tally.mjs';

export const REPORTS = path.join(ROOT, '.cache/test');
/** The built site that Playwright visits, as playwright.config.ts says. */
const SITE = { folder: '.cache/e2e', base: '/some/base/' };
/** Tests must not depend on where the site of this shell is published. */
const NEUTRAL = { SITE_BASE: undefined, SITE_URL: undefined };

/**
 * @typedef {object} Job
 * @property {string} node path of the Node that runs the tools
 * @property {readonly string[]} words the caller's own words for the runner
 * @property {number} [output] an open file for what is printed; the terminal where there is none
 */

/**
 * @typedef {import('./lanes.mjs').Lane & {
 *   group: string,
 *   run: (job: Job) => Promise<import('./tally.mjs').Tally>,
 *   prepare?: (job: Pick<Job, 'node'>) => void,
 * }} Step `prepare` begins what can go on beside the steps before
 */

/** @type {readonly Step[]} */
export const STEPS = [
  { name: 'sites', group: 'sites', run: (job) => runVitest(job, 'sites') },
  { name: 'build', group: 'e2e', run: buildSite },
  check('e2e', 'build /', '../tests/sites/root-site.ts', []),
  // Both write what Astro keeps of the content.
  { name: 'types', group: 'code', after: ['build'], run: checkTypes },
  check('code', 'lint', '@biomejs/biome/bin/biome', ['check']),
  check('code', 'format', 'prettier/bin/prettier.cjs', ['--check', '**/*.{astro,mdx}']),
  check('code', 'dead code', 'knip/bin/knip.js', []),
  check('code', 'lockfile', '../src/cli/lockfile.mjs', ['--check']),
  check('content', 'content', '../src/cli/check.ts', process.env.GITHUB_ACTIONS ? ['--format', 'github'] : []),
  { name: 'unit', group: 'unit', cores: Number.POSITIVE_INFINITY, run: (job) => runVitest(job, 'unit') },
  { name: 'python', group: 'python', cores: Number.POSITIVE_INFINITY, run: runPython, prepare: preparePython },
  { name: 'e2e', group: 'e2e', cores: 2, after: ['build', 'build /'], run: runPlaywright, prepare: prepareBrowser },
];

function check(group, name, script, words) {
  return { name, group, run: (job) => runCheck(job, script, words) };
}

async function runCheck({ node, output }, script, words) {
  return tallyOf(await run(node, [path.join(ROOT, 'node_modules', script), ...words], { env: NEUTRAL, output }));
}

let isBuilt = false;

/** A build leaves the types of the site: without them, Astro reads all the content once more. */
function checkTypes(job) {
  const hasTypes = isBuilt && existsSync(path.join(ROOT, '.astro/types.d.ts'));
  return runCheck(job, 'astro/bin/astro.mjs', ['check', ...(hasTypes ? ['--noSync'] : [])]);
}

async function runVitest({ node, words, output }, project, env = {}) {
  const report = startReport(project);
  const vitest = path.join(ROOT, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(node, [vitest, 'run', '--project', project, ...reporters, ...words], {
    env: { ...NEUTRAL, ...env },
    output,
  });
  return readTally('vitest', report, code);
}

/** @type {Promise<{ python?: string, venv?: string }> | undefined} */
let pythons;

/** Pip waits for the network and takes one core, for about a minute. */
function preparePython() {
  pythons ??= providePythons();
  // Whoever runs the step is told.
  pythons.catch(() => {});
}

async function providePythons() {
  const python = await providePython();
  return { python, venv: python === undefined ? undefined : await provideVenv() };
}

async function runPython(job) {
  preparePython();
  const { python, venv } = await pythons;
  if (python === undefined) say(job, PYTHON_HINT);
  else if (venv === undefined) say(job, VENV_HINT);
  return runVitest(job, 'python', { PYTHON: venv ?? python });
}

async function buildSite({ node, output }) {
  try {
    await build(node, { folder: SITE.folder, env: { ...NEUTRAL, SITE_BASE: SITE.base }, output });
    isBuilt = true;
    return tallyOf(0);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return tallyOf(1);
  }
}

/** @type {Promise<string | undefined> | undefined} */
let browsers;

/** A download, too. */
function prepareBrowser({ node }) {
  browsers ??= provideBrowser(node);
  browsers.catch(() => {});
}

async function runPlaywright(job) {
  const { node, words, output } = job;
  prepareBrowser(job);
  const browser = await browsers;
  if (browser === undefined) {
    say(job, BROWSER_HINT);
    return tallyOf(1);
  }
  const report = startReport('e2e');
  const playwright = path.join(ROOT, 'node_modules/@playwright/test/cli.js');
  const env = { ...NEUTRAL, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return readTally('playwright', report, await run(node, [playwright, 'test', ...words], { env, output }));
}

function say({ output = process.stderr.fd }, text) {
  writeSync(output, `${text}\n`);
}

/** A report of an earlier run must not be taken for this one's. */
function startReport(name) {
  const file = path.join(REPORTS, `${name}.json`);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(file, { force: true });
  return file;
}
