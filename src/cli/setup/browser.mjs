/** The Chromium that the end-to-end tests run in: one that is there, else Playwright's own, else the system's package. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { run } from './command.mjs';
import { installDebianPackage } from './debian.mjs';
import { ROOT } from './project.mjs';

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
  const { CHROMIUM_PATH, PLAYWRIGHT_CHROMIUM, PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH } = process.env;
  const named = [CHROMIUM_PATH, PLAYWRIGHT_CHROMIUM, PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH].filter(Boolean);
  return [...named, ...COMMANDS.flatMap((command) => locate(command) ?? [])].find(isStarting);
}

/**
 * Finds a Chromium or brings one.
 * @param {string} node path of the Node that runs Playwright
 * @returns {Promise<string | undefined>}
 */
export async function provideBrowser(node) {
  const present = findBrowser() ?? findPlaywrightBrowser(node);
  if (present !== undefined) return present;
  console.log('No Chromium was found: trying the download of Playwright …');
  const code = await run(node, [playwright(), 'install', 'chromium'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: String(CONNECT_LIMIT) },
    timeout: DOWNLOAD_LIMIT,
  });
  const downloaded = code === 0 ? findPlaywrightBrowser(node) : undefined;
  if (downloaded !== undefined) return downloaded;
  await installDebianPackage('chromium');
  return findBrowser();
}

function playwright() {
  return path.join(ROOT, 'node_modules/@playwright/test/cli.js');
}

/** What Playwright has downloaded, if its system libraries are there. */
function findPlaywrightBrowser(node) {
  const script = "import('@playwright/test').then(({ chromium }) => process.stdout.write(chromium.executablePath()))";
  const { stdout, status } = spawnSync(node, ['--eval', script], { cwd: ROOT, encoding: 'utf8' });
  return status === 0 && stdout !== '' && isStarting(stdout) ? stdout : undefined;
}

function locate(command) {
  if (path.isAbsolute(command)) return command;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, command)).find(isStarting);
}

/** A stub that points at a store, or a browser whose libraries are missing, does not print its version. */
function isStarting(command) {
  const { status, stdout } = spawnSync(command, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /\d+\.\d+/.test(stdout);
}
