/**
 * What `npm test` runs, in order. A step is one check or one test runner; `npm run check:code`, `test:unit`, `test:python`,
 * `test:sites` and `test:e2e` run the steps of their group alone.
 */
import { createReadStream, mkdirSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BROWSER_HINT, provideBrowser } from '../setup/browser.mjs';
import { run } from '../setup/command.mjs';
import { ROOT, SetupError } from '../setup/project.mjs';
import { PYTHON_HINT, providePython } from '../setup/python.mjs';
import { provideVenv, VENV_HINT } from '../setup/venv.mjs';
import { build } from '../site/build.mjs';
import { readTally, tallyOf } from './tally.mjs';

export const REPORTS = path.join(ROOT, '.cache/test');
const SITES_LOG = path.join(REPORTS, 'sites.log');
/** The built sites that Playwright visits; playwright.config.ts serves them. */
const SITES = [
  { folder: '.cache/e2e', base: '/some/base/' },
  { folder: '.cache/e2e-root', base: '/' },
];
/** Tests must not depend on where the site of this shell is published. */
const NEUTRAL = { SITE_BASE: undefined, SITE_URL: undefined };

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} group
 * @property {(node: string, words: readonly string[]) => Promise<import('./tally.mjs').Tally>} run `words` are the
 *   caller's own words for the runner
 * @property {(node: string, words: readonly string[]) => void} [prepare] begins what can go on beside the steps before
 */

/** @type {readonly Step[]} */
export const STEPS = [
  check('code', 'types', 'astro/bin/astro.mjs', ['check']),
  check('code', 'lint', '@biomejs/biome/bin/biome', ['check']),
  check('code', 'format', 'prettier/bin/prettier.cjs', ['--check', '**/*.{astro,mdx}']),
  check('code', 'dead code', 'knip/bin/knip.js', []),
  check('code', 'lockfile', '../src/cli/lockfile.mjs', ['--check']),
  check('content', 'content', '../src/cli/check.ts', process.env.GITHUB_ACTIONS ? ['--format', 'github'] : []),
  { name: 'unit', group: 'unit', run: (node, words) => runVitest(node, 'unit', words) },
  { name: 'python', group: 'python', run: runPython, prepare: preparePython },
  { name: 'sites', group: 'sites', run: runSites, prepare: prepareSites },
  ...SITES.map((site) => ({ name: `build ${site.base}`, group: 'e2e', run: (node) => buildSite(node, site) })),
  { name: 'e2e', group: 'e2e', run: runPlaywright },
];

function check(group, name, script, words) {
  const execute = async (node) =>
    tallyOf(await run(node, [path.join(ROOT, 'node_modules', script), ...words], { env: NEUTRAL }));
  return { name, group, run: execute };
}

async function runVitest(node, project, words, { env = {}, output } = {}) {
  const report = startReport(project);
  const vitest = path.join(ROOT, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(node, [vitest, 'run', '--project', project, ...reporters, ...words], {
    env: { ...NEUTRAL, ...env },
    output,
  });
  return readTally('vitest', report, code);
}

/** @type {Promise<import('./tally.mjs').Tally> | undefined} */
let sites;

/** A build fills one core, as the checks before do: one goes beside the other. What it prints is kept for its turn. */
function prepareSites(node, words) {
  mkdirSync(REPORTS, { recursive: true });
  sites = runVitest(node, 'sites', words, { output: openSync(SITES_LOG, 'w') });
}

async function runSites() {
  const tally = await sites;
  await pipeline(createReadStream(SITES_LOG), process.stdout, { end: false });
  return tally;
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

async function runPython(node, words) {
  preparePython();
  const { python, venv } = await pythons;
  if (python === undefined) console.error(PYTHON_HINT);
  else if (venv === undefined) console.error(VENV_HINT);
  return runVitest(node, 'python', words, { env: { PYTHON: venv ?? python } });
}

async function buildSite(node, { folder, base }) {
  try {
    await build(node, { folder, env: { ...NEUTRAL, SITE_BASE: base } });
    return tallyOf(0);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return tallyOf(1);
  }
}

async function runPlaywright(node, words) {
  const browser = await provideBrowser(node);
  if (browser === undefined) {
    console.error(BROWSER_HINT);
    return tallyOf(1);
  }
  const report = startReport('e2e');
  const playwright = path.join(ROOT, 'node_modules/@playwright/test/cli.js');
  const env = { ...NEUTRAL, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return readTally('playwright', report, await run(node, [playwright, 'test', ...words], { env }));
}

/** A report of an earlier run must not be taken for this one's. */
function startReport(name) {
  const file = path.join(REPORTS, `${name}.json`);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(file, { force: true });
  return file;
}
