/**
 * A newcomer's whole journey: clones, makes the site theirs, writes, checks, builds, studies, takes a newer engine, and
 * finds everything where it was. The project's own packages are used. With `JOURNEY=whole` it installs its own, and runs
 * all of the fork's tests.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page, expect as patient } from '@playwright/test';
import { afterAll, expect, test } from 'vitest';
import config from '../../site.config.ts';
import { BROWSER_HINT, provideBrowser } from '../../src/cli/setup/browser.mjs';
import { copyProject, linkPackages } from '../../src/cli/site/project-copy.ts';
import { neutralEnvironment } from './site.ts';

// Generous, since what is slow on a busy machine is not wrong.
const expectPage = patient.configure({ timeout: 30_000 });

const isWhole = process.env.JOURNEY === 'whole';
/** Minutes for all of it: a fork's own tests take as long as ours. */
const LIMIT = (isWhole ? 40 : 8) * 60_000;

const root = isWhole
  ? mkdtempSync(path.join(tmpdir(), 'kb-newcomer-'))
  : path.join(import.meta.dirname, '.built/newcomer');
const upstream = path.join(root, 'upstream');
const fork = path.join(root, 'my-notes');
let server: ChildProcess | undefined;
let browser: BrowserContext | undefined;

afterAll(async () => {
  await browser?.close();
  server?.kill();
  rmSync(root, { recursive: true, force: true });
});

/** @throws Error with what it printed, when it does not end well */
function run(folder: string, command: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: neutralEnvironment(),
  });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${status}:\n${stdout}\n${stderr}`);
  return stdout + stderr;
}

const npm = (...words: readonly string[]) => run(fork, 'npm', 'run', ...words);

function git(folder: string, ...words: readonly string[]): string {
  const identity = ['-c', 'user.name=Newcomer', '-c', 'user.email=newcomer@example.org', '-c', 'commit.gpgsign=false'];
  return run(folder, 'git', ...identity, '-c', 'core.hooksPath=', ...words);
}

function commit(folder: string, message: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', message);
}

/** Changes a file of the fork as its owner would, in an editor. */
function edit(file: string, change: (text: string) => string): void {
  const place = path.join(fork, file);
  const text = readFileSync(place, 'utf8');
  const changed = change(text);
  expect(changed, file).not.toBe(text);
  writeFileSync(place, changed);
}

/** A repository with the project as it stands here, whether or not it is committed. */
function publishEngine(): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(upstream, { recursive: true });
  copyProject(upstream);
  git(upstream, 'init', '--quiet', '--initial-branch', 'main');
  commit(upstream, 'engine');
  git(upstream, 'tag', 'v0.1.0');
}

/** What the next engine brings: it draws something anew, and has a file more. */
function publishNextEngine(): void {
  const tokens = path.join(upstream, 'src/styles/tokens.css');
  writeFileSync(tokens, `${readFileSync(tokens, 'utf8')}\n:root {\n  --next-engine: here;\n}\n`);
  writeFileSync(path.join(upstream, 'docs/next.md'), '# What is next\n');
  commit(upstream, 'next engine');
  git(upstream, 'tag', 'v0.2.0');
}

/** Serves what was built last, until the journey ends: what a reader did belongs to the address. */
async function serve(): Promise<string> {
  const started = spawn(process.execPath, ['src/cli/preview.mjs', '--port', '4691'], {
    cwd: fork,
    env: neutralEnvironment(),
  });
  server = started;
  return await new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /http:\/\/localhost:\d+\S*/.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    };
    started.stdout.on('data', read);
    started.stderr.on('data', read);
    started.on('exit', () => reject(new Error(printed)));
  });
}

/** The same browser each time, with what it keeps. */
async function openBrowser(): Promise<Page> {
  const executablePath = await provideBrowser(process.execPath);
  if (executablePath === undefined) throw new Error(BROWSER_HINT);
  browser = await chromium.launchPersistentContext(path.join(root, 'profile'), {
    executablePath,
    args: ['--no-sandbox'],
    locale: 'en-US',
    reducedMotion: 'reduce',
  });
  return await browser.newPage();
}

/** Keys are for the card once it is there. */
async function answerCard(page: Page): Promise<void> {
  await expectPage(page.locator('study-review[data-view="card"]:not([data-answered])')).toBeVisible();
  await expectPage(page.locator('[data-part="card"]:focus, [data-part="typed"] input:focus')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expectPage(page.locator('study-review')).toHaveAttribute('data-answered');
  await page.keyboard.press('4');
  await expectPage(page.locator('study-review[data-view="card"][data-answered]')).toHaveCount(0);
}

test.skipIf(config.siteId !== 'pskb')(
  'a newcomer makes the site theirs, studies, and takes a newer engine',
  { timeout: LIMIT },
  async () => {
    publishEngine();
    git(root, 'clone', '--quiet', upstream, fork);
    if (!isWhole) linkPackages(fork);

    npm(
      'setup',
      '--',
      '--title',
      'My “notes” 🐍',
      '--author',
      'Ana',
      '--languages',
      'en',
      '--repository',
      'https://github.com/ana/my-notes',
      '--keep',
      'none',
      '--yes',
    );
    npm('new', '--', 'note', 'kitchen/bread', 'Bread');
    npm('new', '--', 'cards', 'kitchen/bread');
    for (const file of ['index', 'bread'])
      edit(`content/docs/kitchen/${file}.md`, (text) => text.replace('draft: true\n', ''));
    edit(
      'content/flashcards/kitchen/bread.txt',
      (text) =>
        `${text}\nId: kitchen-bread-salt\nQ: What does salt do?\nA: It slows the yeast.\nTags: kitchen\nLink: kitchen/bread\n`,
    );
    commit(fork, 'my first note');
    if (isWhole) npm('test');
    else npm('check');

    npm('build');
    const site = await serve();
    expect(new URL(site).pathname).toBe('/my-notes/');
    const note = `${site}kitchen/bread/`;
    let page = await openBrowser();
    await page.goto(note);
    await expectPage(page.getByRole('heading', { level: 1 })).toHaveText('Bread');
    await page.locator('.study-item').getByRole('checkbox').first().check();
    await page.goto(`${site}review/`);
    await page.getByRole('button', { name: 'Start' }).click();
    for (let card = 0; card < 3; card += 1) await answerCard(page);
    await page.goto(`${site}progress/`);
    await expectPage(page.locator('study-learned')).toContainText(/^3 of \d+ learned$/);
    await browser?.close();

    publishNextEngine();
    npm('upgrade', '--', '--from', upstream, '--to', 'v0.2.0');
    commit(fork, 'newer engine');
    npm('build');
    page = await openBrowser();
    await page.goto(note);
    const engine = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--next-engine'),
    );
    expect(engine.trim()).toBe('here');
    await expectPage(page.locator('.study-item').getByRole('checkbox').first()).toBeChecked();
    await page.goto(`${site}progress/`);
    await expectPage(page.locator('study-learned')).toContainText(/^3 of \d+ learned$/);
  },
);
