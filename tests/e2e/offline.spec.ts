/** What a reader saves works when the server is gone: pages, search, code and exercises. And nothing is kept unasked. */
import { constants } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { startServer } from '../../src/cli/site/server.mjs';
import { describeFile } from '../../src/site/offline/files.ts';
import { bundleRemoval } from '../../src/site/offline/worker.ts';
import { publishFork } from './fork.ts';

const BASE = '/some/base/';
const SITE = path.resolve('.cache/e2e');
const NOTE = 'python-internals/gil/';
/** Of this worker alone: where a test has taken its server away, no other test must put one. */
const PORT = 20_000 + ((process.pid * 53) % 20_000);

/** Megabytes are saved, on a machine that may be busy. */
const SAVING = { timeout: 60_000 };

let server: Awaited<ReturnType<typeof startServer>>;
let site: string;

async function serve(folder: string, port = PORT): Promise<void> {
  server = await startServer({ folder, base: BASE, port });
  site = `http://localhost:${server.port}${BASE}`;
}

// A server of its own, which it can take away from its reader.
test.beforeEach(() => serve(SITE));
test.afterEach(() => server.close());

const panel = (page: Page) => page.locator('study-offline');
const row = (page: Page, name: string) =>
  panel(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) });
const said = (page: Page) => panel(page).getByRole('status');

async function openPanel(page: Page): Promise<void> {
  await page.goto(`${site}offline/`);
  await expect(panel(page)).toHaveAttribute('data-ready');
}

async function press(page: Page, action: string, name: string): Promise<void> {
  await panel(page)
    .getByRole('button', { name: `${action} ${name}`, exact: true })
    .click();
}

async function save(page: Page, name: string): Promise<void> {
  await press(page, 'Save', name);
  await expect(said(page)).toHaveText('Saved. You can go on without a network.', SAVING);
}

/** What is left of the site in the browser, code runners' own caches aside. */
function look(page: Page) {
  return page.evaluate(async () => ({
    caches: (await caches.keys()).filter((name) => name.includes(':offline')),
    mark: localStorage.getItem('pskb:offline'),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
}

/** The next version of the site: one note says something else, and the list of what can be saved knows it. */
async function publishNext(folder: string): Promise<void> {
  // Links, not copies: what changes is written anew.
  await cp(SITE, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const file = `${NOTE}index.html`;
  const page = await readFile(path.join(folder, file), 'utf8');
  await writeFile(path.join(folder, file), page.replace(/(<h1[^>]*>)[^<]*/, '$1The next GIL'));
  const { parts, ...rest } = JSON.parse(await readFile(path.join(folder, 'offline.json'), 'utf8'));
  const { hash, wire, disk } = await describeFile(file, await readFile(path.join(folder, file)));
  for (const files of Object.values<Record<string, unknown>>(parts))
    if (file in files) files[file] = [hash, wire, disk];
  await writeFile(path.join(folder, 'offline.json'), JSON.stringify({ parts, ...rest }));
}

/** Takes the server away, and notes what a page gets from anywhere but the service worker. */
function goOffline(context: BrowserContext): string[] {
  server.close();
  const fetched: string[] = [];
  context.on('response', (response) => {
    if (!response.fromServiceWorker()) fetched.push(response.url());
  });
  return fetched;
}

test('an area and the engines work without a network once they are saved, are updated with one, and go again', async ({
  context,
}) => {
  test.setTimeout(240_000);
  const next = path.join(await mkdtemp(path.join(tmpdir(), 'study-next-')), 'site');
  const first = await context.newPage();
  await first.goto(site + NOTE);
  await first.getByRole('banner').getByRole('link', { name: 'Save for offline' }).click();
  await expect(panel(first)).toHaveAttribute('data-ready');
  // The area that one comes from is one key away.
  await expect(first.getByRole('button', { name: 'Save Python internals' })).toBeFocused();
  await expect(row(first, 'Python')).toContainText(/\d\sMB download, [\d.]+\sMB on disk/);
  await save(first, 'Python internals');
  await expect(row(first, 'Python internals')).toContainText('Saved on');
  await expect(row(first, 'English')).toContainText('Not saved');
  await save(first, 'Python');
  await save(first, 'PostgreSQL');
  await save(first, 'Flashcards');
  await first.close();
  const fetched = goOffline(context);

  const page = await context.newPage();
  await test.step('a page opens, with its styles and at its own address', async () => {
    await page.goto(`${site}${NOTE.slice(0, -1)}`);
    expect(page.url()).toBe(site + NOTE);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('GIL');
    const styled = await page
      .locator('.study-run-bar')
      .first()
      .evaluate((bar) => getComputedStyle(bar).display);
    expect(styled).toBe('flex');
  });
  await test.step('Python runs', async () => {
    const block = page.locator('study-run[data-lang="python"]').first();
    await block.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(block).toHaveAttribute('data-ending', 'done', { timeout: 60_000 });
  });
  await test.step('search finds a word, its hit opens, and an item of it is ticked', async () => {
    await page.keyboard.press('/');
    await page.locator('dialog[open] input').first().fill('__slots__');
    const hit = page.locator('dialog a[href*="data-model-and-slots/"]:not([href*="/flashcards/"])').first();
    await expect(hit).toBeVisible();
    await hit.click();
    await page.waitForURL('**/data-model-and-slots/**');
    const item = page.locator('.study-item input').first();
    await item.check();
    await expect(page.locator('.study-facts .study-progress-text')).toContainText('1 of');
  });
  await test.step('the tests of an exercise run', async () => {
    await page.goto(`${site}exercises/lru-cache/`);
    await page.getByRole('button', { name: 'Run the tests' }).click();
    await expect(page.locator('study-exercise')).toHaveAttribute('data-result', /passed|failed/, { timeout: 60_000 });
    expect(await page.locator('[data-test][data-status]').count()).toBeGreaterThan(0);
  });
  await test.step('PostgreSQL runs', async () => {
    await page.goto(`${site}playground/`);
    await expect(page.locator('.cm-content')).toHaveAttribute('data-language', 'python');
    await page.locator('study-playground').getByLabel('Language').selectOption('sql');
    await page.locator('.cm-content[data-language="sql"]').fill("select 'forty-' || 'two' as answer;");
    await page.locator('study-playground').getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.locator('study-playground')).toContainText('forty-two', { timeout: 60_000 });
  });
  await test.step('a card is reviewed', async () => {
    await page.goto(`${site}review/`);
    await page.getByRole('button', { name: 'Start' }).click();
    const front = page.locator('[data-part="front"]');
    await expect(front).not.toBeEmpty();
    const text = await front.innerHTML();
    await page.keyboard.press('Enter');
    await expect(page.locator('study-review')).toHaveAttribute('data-answered');
    await page.keyboard.press('3');
    await expect(page.locator('study-review[data-view="card"][data-answered]')).toHaveCount(0);
    expect(await front.innerHTML()).not.toBe(text);
  });
  await test.step('a page that is not saved says so in its language, and names what is', async () => {
    const response = await page.goto(`${site}es/roadmaps/sprint/`);
    expect(response?.status()).toBe(503);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Esta página no está guardada');
    await expect(page.locator('study-saved').getByRole('link')).toHaveText([
      'Python internals',
      'Tarjetas (English)',
      'Python',
      'PostgreSQL',
    ]);
  });
  expect(fetched).toEqual([]);
  await test.step('back online, the page is there, and a new version is noticed and fetched by its difference', async () => {
    await publishNext(next);
    await serve(next, server.port);
    await page.getByRole('link', { name: 'Intentar de nuevo' }).click();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Esta página no está guardada');
    const notice = page.locator('study-notices [data-offline]');
    await expect(notice).toContainText(/versión más nueva: \d+ kB/);
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    await notice.getByRole('button', { name: 'Actualizar' }).click();
    await expect(notice).toContainText('Actualizado.');
    expect(asked.filter((url) => !url.endsWith('/offline.json'))).toEqual([`${site}${NOTE}index.html`]);
    // The page that was open is as it was, and the next is the new one, also without the server.
    await expect(notice).toContainText('Actualizado.');
    server.close();
    await page.goto(site + NOTE);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The next GIL');
    await serve(next, server.port);
  });
  await test.step('nothing is left of what is removed', async () => {
    await openPanel(page);
    for (const name of ['Python', 'PostgreSQL', 'Flashcards', 'Python internals']) {
      await press(page, 'Remove', name);
      await expect(said(page)).toHaveText(`Removed from this browser: ${name}.`);
    }
    expect(await look(page)).toEqual({ caches: [], mark: null, workers: 0 });
  });
  await rm(path.dirname(next), { recursive: true });
});

test('the browser offers to install the site, with its shortcuts', async ({ page, context }) => {
  await page.goto(site + NOTE);
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A window of a test has no profile to install to.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const { data, errors } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { start_url, shortcuts, icons } = JSON.parse(data ?? '');
  const addresses = [start_url, ...[...shortcuts, ...icons].map(({ url, src }) => url ?? src)];
  for (const address of addresses) {
    const response = await page.request.get(new URL(address, `${site}x`).href);
    expect(response.ok(), address).toBe(true);
  }
  expect(shortcuts).toHaveLength(2);
});

test('readers who save nothing load nothing for it, and keep nothing', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(site + NOTE);
  await page.goto(`${site}progress/`);
  await expect(page.locator('study-saved')).toContainText('Nothing is saved in this browser.');
  expect(asked.filter((url) => /\/(sw|offline[^/]*)\.js(on)?$/.test(url))).toEqual([]);
  await openPanel(page);
  expect(await look(page)).toEqual({ caches: [], mark: null, workers: 0 });
});

test('a save that is cut off goes on at the next page that is opened, and what the browser deletes is told', async ({
  page,
  context,
}) => {
  await context.route('**/search-index/en/*/head.json', (route) => route.abort());
  await openPanel(page);
  await press(page, 'Save', 'English');
  await expect(said(page)).toContainText('The connection broke off.');
  await expect(row(page, 'English')).toContainText('Not finished');
  // Whoever uses the keyboard goes on where they are.
  await expect(panel(page).getByRole('button', { name: 'Go on English' })).toBeFocused();
  await context.unroute('**/search-index/en/*/head.json');
  await page.goto(site + NOTE);
  const listSaved = () =>
    page.evaluate(async () =>
      Object.keys((await (await caches.match('https://offline.invalid/index'))?.json())?.saved ?? {}),
    );
  await expect.poll(listSaved, SAVING).toEqual(['site']);
  await page.evaluate(async () => {
    const cache = await caches.open((await caches.keys()).find((name) => name.includes(':offline')) ?? '');
    const [blob] = (await cache.keys()).filter(({ url }) => url.includes('/blob/'));
    if (blob) await cache.delete(blob);
  });
  await openPanel(page);
  await expect(row(page, 'English')).toContainText('The browser has deleted what was saved, or a part of it.');
  await save(page, 'English');
  await expect(row(page, 'English')).toContainText('Saved on');
});

test('a browser without room, and a page over plain http, say so and keep nothing', async ({ page, context }) => {
  await openPanel(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(site).origin, quotaSize: 1_000_000 });
  await press(page, 'Save', 'English');
  await expect(said(page)).toContainText('There is not enough room in this browser');
  await expect(row(page, 'English')).toContainText('Not saved');
  expect(await look(page)).toMatchObject({ caches: [], mark: null });
  // The test's own host counts as secure.
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
  await openPanel(page);
  await expect(said(page)).toContainText('only where the address begins with https');
  await expect(panel(page).getByRole('button')).toHaveCount(0);
});

test('a site that is saved no more takes its worker and what it saved out of the browser', async ({ page }) => {
  await openPanel(page);
  await save(page, 'Python internals');
  server.close();
  const folder = await mkdtemp(path.join(tmpdir(), 'study-off-'));
  try {
    await mkdir(path.join(folder, NOTE), { recursive: true });
    await writeFile(path.join(folder, NOTE, 'index.html'), '<!doctype html><h1>Published anew</h1>');
    await writeFile(path.join(folder, 'sw.js'), await bundleRemoval('pskb'));
    await serve(folder, server.port);
    await page.goto(site + NOTE);
    await expect(page.getByRole('heading')).toHaveText('Published anew');
    await expect.poll(() => look(page)).toMatchObject({ caches: [], workers: 0 });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a fork on the same origin keeps its own ticks and saved pages, whatever becomes of those of the other', async ({
  context,
}) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'study-fork-'));
  await publishFork(folder, {
    site: SITE,
    base: BASE,
    siteId: { from: 'pskb', to: 'fork' },
    group: 'area/testing',
  });
  server.close();
  server = await startServer({ folder, base: '/', port: server.port });
  const fork = `http://localhost:${server.port}/`;
  const note = 'testing/pytest/';
  const [page, other] = [await context.newPage(), await context.newPage()];
  await page.goto(site + note);
  await page.locator('.study-item input').first().check();
  await expect(page.locator('.study-facts .study-progress-text')).toContainText('1 of');
  await openPanel(page);
  await save(page, 'Testing');
  await other.goto(fork + note);
  await expect(other.locator('.study-item input').first()).not.toBeChecked();
  await other.locator('.study-item input').nth(1).check();
  await other.goto(`${fork}offline/`);
  await expect(panel(other)).toHaveAttribute('data-ready');
  await expect(row(other, 'Testing')).toContainText('Not saved');
  await save(other, 'Testing');
  await press(page, 'Remove', 'Testing');
  await expect(said(page)).toHaveText('Removed from this browser: Testing.');
  expect(await look(page)).toEqual({ caches: ['fork:offline:/'], mark: null, workers: 1 });
  server.close();
  await other.goto(fork + note);
  await expect(other.getByRole('heading', { level: 1 })).toContainText('pytest');
  await expect(other.locator('.study-item input').first()).not.toBeChecked();
  await expect(other.locator('.study-item input').nth(1)).toBeChecked();
  await rm(folder, { recursive: true });
});
