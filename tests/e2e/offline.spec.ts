/** What a reader saves works when the server is gone: pages, search, code and exercises. And nothing is kept unasked. */
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { startServer } from '../../src/cli/site/server.mjs';

const BASE = '/some/base/';
const NOTE = 'python-internals/gil/';

let server: Awaited<ReturnType<typeof startServer>>;
let site: string;

// A server of its own, which it can take away from its reader.
test.beforeEach(async () => {
  server = await startServer({ folder: path.resolve('.cache/e2e'), base: BASE, port: 4591 });
  site = `http://localhost:${server.port}${BASE}`;
});
test.afterEach(() => server.close());

const panel = (page: Page) => page.locator('study-offline');
const row = (page: Page, name: string) => panel(page).getByRole('listitem').filter({ hasText: name });
const said = (page: Page) => panel(page).getByRole('status');

async function openPanel(page: Page): Promise<void> {
  await page.goto(`${site}progress/`);
  await panel(page).scrollIntoViewIfNeeded();
  await expect(panel(page)).toHaveAttribute('data-ready');
}

async function save(page: Page, name: string): Promise<void> {
  await panel(page)
    .getByRole('button', { name: `Save ${name}`, exact: true })
    .click();
  // Megabytes, on a machine that may be busy.
  await expect(said(page)).toHaveText('Saved. You can go on without a network.', { timeout: 60_000 });
}

/** What is left of the site in the browser, code runners' own caches aside. */
function look(page: Page) {
  return page.evaluate(async () => ({
    caches: (await caches.keys()).filter((name) => name.includes(':offline')),
    mark: localStorage.getItem('pskb:offline'),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
}

/** Takes the network away, and notes what a page gets from anywhere but the service worker. */
async function goOffline(context: BrowserContext): Promise<string[]> {
  server.close();
  await context.setOffline(true);
  const fetched: string[] = [];
  context.on('response', (response) => {
    if (!response.fromServiceWorker()) fetched.push(response.url());
  });
  return fetched;
}

test('the site, Python and PostgreSQL work without a network once they are saved, and go again', async ({
  context,
}) => {
  test.setTimeout(240_000);
  const first = await context.newPage();
  await openPanel(first);
  await expect(row(first, 'Python')).toContainText(/\d\sMB download, [\d.]+\sMB on disk/);
  // The pages come along.
  await save(first, 'Python');
  await expect(row(first, 'Pages: English')).toContainText('Saved on');
  await expect(row(first, 'Pages: Español')).toContainText('Not saved');
  await save(first, 'PostgreSQL');
  await first.close();
  const fetched = await goOffline(context);

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
  await test.step('search finds a word', async () => {
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Search the site' }).fill('__slots__');
    await expect(page.locator('.study-search-page').first()).toHaveAttribute('href', /data-model-and-slots\/$/);
  });
  await test.step('the tests of an exercise run', async () => {
    await page.goto(`${site}exercises/lru-cache/`);
    await page.getByRole('button', { name: 'Run the tests' }).click();
    await expect(page.locator('study-exercise')).toHaveAttribute('data-result', /passed|failed/, { timeout: 60_000 });
    expect(await page.locator('[data-test][data-status]').count()).toBeGreaterThan(0);
  });
  await test.step('PostgreSQL runs', async () => {
    await page.goto(`${site}playground/`);
    await page.locator('study-playground').getByLabel('Language').selectOption('sql');
    await page.locator('.cm-content').fill("select 'forty-' || 'two' as answer;");
    await page.locator('study-playground').getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.locator('study-playground')).toContainText('forty-two', { timeout: 60_000 });
  });
  await test.step('a page that does not exist says so', async () => {
    const response = await page.goto(`${site}no/such/page/`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('404');
  });
  await test.step('nothing is left of what is removed', async () => {
    await openPanel(page);
    await expect(said(page)).toContainText('What is saved works.');
    for (const name of ['Python', 'PostgreSQL', 'Pages: English']) {
      await panel(page)
        .getByRole('button', { name: `Remove ${name}`, exact: true })
        .click();
      await expect(said(page)).toHaveText(`Removed from this browser: ${name}.`);
    }
    expect(await look(page)).toEqual({ caches: [], mark: null, workers: 0 });
  });
  expect(fetched).toEqual([]);
});

test('readers who save nothing load nothing for it, and keep nothing', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(site + NOTE);
  await page.goto(`${site}progress/`);
  await expect(page.locator('study-backup')).toHaveAttribute('data-ready');
  expect(asked.filter((url) => /sw\.js|offline\.json|page-offline/.test(url))).toEqual([]);
  await openPanel(page);
  expect(asked.filter((url) => url.endsWith('/offline.json'))).toHaveLength(1);
  expect(await look(page)).toEqual({ caches: [], mark: null, workers: 0 });
});

test('a save that is cut off goes on at the next page that is opened', async ({ page, context }) => {
  await context.route('**/pagefind/en/pagefind.js', (route) => route.abort());
  await openPanel(page);
  await panel(page).getByRole('button', { name: 'Save Pages: English' }).click();
  await expect(said(page)).toContainText('The connection broke off.');
  await expect(row(page, 'Pages: English')).toContainText('Not finished');
  // Whoever uses the keyboard goes on where they are.
  await expect(panel(page).getByRole('button', { name: 'Go on Pages: English' })).toBeFocused();
  await context.unroute('**/pagefind/en/pagefind.js');
  await page.goto(site + NOTE);
  await expect
    .poll(() =>
      page.evaluate(async () =>
        Object.keys((await (await caches.match('https://offline.invalid/index'))?.json())?.saved ?? {}),
      ),
    )
    .toEqual(['site']);
  await openPanel(page);
  await expect(row(page, 'Pages: English')).toContainText('Saved on');
});

test('what the browser has thrown away is told, and can be saved again', async ({ page }) => {
  await openPanel(page);
  await save(page, 'Pages: English');
  await page.evaluate(async () => {
    const cache = await caches.open((await caches.keys()).find((name) => name.includes(':offline')) ?? '');
    const [blob] = (await cache.keys()).filter(({ url }) => url.includes('/blob/'));
    if (blob) await cache.delete(blob);
  });
  await openPanel(page);
  await expect(row(page, 'Pages: English')).toContainText('The browser has deleted what was saved, or a part of it.');
  await save(page, 'Pages: English');
  await expect(row(page, 'Pages: English')).toContainText('Saved on');
});

test('an update is offered once the site was published anew, and fetches what has changed', async ({ page }) => {
  await openPanel(page);
  await save(page, 'Pages: English');
  // As if the home page had been another one.
  await page.evaluate(async () => {
    const cache = await caches.open((await caches.keys()).find((name) => name.includes(':offline')) ?? '');
    const index = await (await cache.match('https://offline.invalid/index'))?.json();
    const { files } = index.saved.site;
    await cache.delete(`https://offline.invalid/blob/${files['index.html']}.html`);
    files['index.html'] = 'former';
    await cache.put('https://offline.invalid/blob/former.html', new Response('the former home page'));
    await cache.put('https://offline.invalid/index', new Response(JSON.stringify(index)));
  });
  await openPanel(page);
  await expect(row(page, 'Pages: English')).toContainText('An update is available: 0.01');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await panel(page).getByRole('button', { name: 'Update Pages: English' }).click();
  await expect(said(page)).toHaveText('Saved. You can go on without a network.');
  await expect(row(page, 'Pages: English')).not.toContainText('An update is available');
  expect(asked.filter((url) => !url.endsWith('/offline.json'))).toEqual([`${site}index.html`]);
});

test('a browser without room says so and keeps nothing', async ({ page, context }) => {
  await openPanel(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(site).origin, quotaSize: 1_000_000 });
  await panel(page).getByRole('button', { name: 'Save Pages: English' }).click();
  await expect(said(page)).toContainText('There is not enough room in this browser');
  await expect(row(page, 'Pages: English')).toContainText('Not saved');
  expect(await look(page)).toMatchObject({ caches: [], mark: null });
});

test('where a page is served over plain http it says that nothing can be saved', async ({ page }) => {
  // The test's own host counts as secure.
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
  await openPanel(page);
  await expect(said(page)).toContainText('only where the address begins with https');
  await expect(panel(page).getByRole('button')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the section has nothing that axe objects to, in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openPanel(page);
    await save(page, 'Pages: English');
    const { violations } = await new AxeBuilder({ page }).include('study-offline').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([]);
  });
}
