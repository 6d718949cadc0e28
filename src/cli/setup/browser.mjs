/**
 * The Chromium that the end-to-end tests run in. A headless shell is the same engine without a window, tabs and what they
 * need: a page of its own for each test costs half. So that is looked for first, and brought where it can be; then any
 * other Chromium will do.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { run } from './command.mjs';
import { installDebianPackage } from './debian.mjs';
import { ROOT } from './project.mjs';

const SHELL = 'chromium-headless-shell';
const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
/** Time for Playwright's download: seconds to connect, minutes in all; milliseconds. */
const CONNECT_LIMIT = 10_000;
const DOWNLOAD_LIMIT = 240_000;

export const BROWSER_HINT =
  'No Chromium was found and none could be installed. Install one ("apt-get install chromium", or Chrome from ' +
  'https://www.google.com/chrome), or set CHROMIUM_PATH to the executable.';

/**
 * Finds a Chromium that starts.
 * @returns {string | undefined} path of the executable
 */
export function findBrowser() {
  return findNamed() ?? locate(SHELL) ?? COMMANDS.map(locate).find(Boolean);
}

/**
 * Finds a Chromium or brings one.
 * @param {string} node path of the Node that runs Playwright
 * @returns {Promise<string | undefined>}
 */
export async function provideBrowser(node) {
  const present = findNamed() ?? locate(SHELL) ?? findPlaywrightShell(node);
  if (present !== undefined) return present;
  await installDebianPackage(SHELL);
  return findBrowser() ?? (await downloadShell(node)) ?? (await installChromium());
}

function findNamed() {
  const { CHROMIUM_PATH, PLAYWRIGHT_CHROMIUM, PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH } = process.env;
  return [CHROMIUM_PATH, PLAYWRIGHT_CHROMIUM, PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH].filter(Boolean).find(isStarting);
}

async function downloadShell(node) {
  console.log('No Chromium was found: trying the download of Playwright …');
  const code = await run(node, [playwright(), 'install', 'chromium', '--only-shell'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: String(CONNECT_LIMIT) },
    timeout: DOWNLOAD_LIMIT,
  });
  return code === 0 ? findPlaywrightShell(node) : undefined;
}

async function installChromium() {
  await installDebianPackage('chromium');
  return findBrowser();
}

function playwright() {
  return path.join(ROOT, 'node_modules/@playwright/test/cli.js');
}

/** What Playwright has downloaded and takes where no window is asked for, if its system libraries are there. */
function findPlaywrightShell(node) {
  const script = `import('@playwright/test').then(async ({ chromium }) => {
    const server = await chromium.launchServer({ args: ['--no-sandbox'] });
    process.stdout.write(server.process().spawnfile);
    await server.close();
  })`;
  const { stdout, status } = spawnSync(node, ['--eval', script], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' });
  return status === 0 && stdout !== '' ? stdout : undefined;
}

function locate(command) {
  const folders = path.isAbsolute(command) ? [''] : (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, command)).find(isStarting);
}

/** A stub that points at a store, or a browser whose libraries are missing, does not print its version. */
function isStarting(command) {
  const { status, stdout } = spawnSync(command, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /\d+\.\d+/.test(stdout);
}
