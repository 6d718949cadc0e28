import { expect, test } from '@playwright/test';
import { findForeignTags } from './origins.ts';

test('every link of every page leads to a page of the site that exists, and no page asks another host', async ({
  request,
  baseURL,
}) => {
  const root = baseURL ?? '';
  const pages = new Map<string, string>();
  // The languages are led to by a menu, not by links.
  const wanted = new Set(['', 'es/', 'pt-br/']);
  for (const path of wanted) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    // A file of text shows tags and is led to, but leads nowhere.
    if (!response.headers()['content-type']?.startsWith('text/html')) continue;
    pages.set(path, await response.text());
    for (const { pathname } of internalLinks(path, pages.get(path) ?? '')) wanted.add(pathname);
  }
  expect(pages.size).toBeGreaterThan(30);
  const foreign = [...pages].flatMap(([path, html]) => findForeignTags(html).map((tag) => `${path} asks for ${tag}`));
  expect(foreign).toEqual([]);
  const ids = new Map([...pages].map(([path, html]) => [path, new Set(html.match(/(?<=\sid=")[^"]+/g))]));
  const dead = [...pages].flatMap(([path, html]) =>
    internalLinks(path, html)
      .filter(({ pathname, anchor }) => anchor !== '' && !ids.get(pathname)?.has(anchor))
      .map(({ pathname, anchor }) => `${path} links to ${pathname}#${anchor}`),
  );
  expect(dead).toEqual([]);

  /** Links within the site, relative to its base; one that leaves the base but not the host is an error. */
  function internalLinks(path: string, html: string): { pathname: string; anchor: string }[] {
    return [...html.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)].flatMap(([, href = '']) => {
      const target = new URL(href.replaceAll('&amp;', '&'), new URL(path, root));
      const anchor = decodeURIComponent(target.hash.slice(1));
      target.hash = '';
      if (target.href.startsWith(root)) return [{ pathname: target.href.slice(root.length), anchor }];
      if (target.origin === new URL(root).origin) throw new Error(`${path} links to ${href}, outside the base`);
      return [];
    });
  }
});

test('a page that does not exist says so and leads on', async ({ page }) => {
  const response = await page.goto('no/such/page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('an address with a slip is answered in its language, with the pages that are most like it', async ({ page }) => {
  await page.goto('es/python-internals/gill/');
  await expect(page.getByText('No hay ninguna página en')).toContainText('es/python-internals/gill/');
  const meant = page.locator('study-not-found [data-part=near] a').first();
  await expect(meant).toHaveAttribute('href', /\/es\/python-internals\/gil\/$/);
  await expect(page.getByRole('link', { name: 'Ir a la portada' })).toHaveAttribute('href', /\/es\/$/);
  await meant.click();
  await expect(page).toHaveURL(/\/es\/python-internals\/gil\/$/);
});

test('an address like no other leads on without guesses', async ({ page }) => {
  await page.goto('qqqq/');
  await expect(page.getByText('There is no page at')).toBeVisible();
  await expect(page.getByText('Pages with a similar address')).toBeHidden();
  await expect(page.getByRole('link', { name: 'All titles of the site' })).toBeVisible();
});

test('where no script runs, the page of a wrong address still leads on', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('no/such/page/');
  await expect(page.getByRole('link', { name: 'To the home page' })).toBeVisible();
  await context.close();
});

test('a page that is not translated says so in Spanish and marks its text as English', async ({ page }) => {
  await page.goto('es/python-internals/gil/');
  await expect(page.locator('main')).toHaveAttribute('lang', 'en');
  const notice = page.getByText('Esta página aún no está disponible en tu idioma');
  await expect(notice).toBeVisible();
  expect(await notice.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe('es');
  await expect(page.getByRole('link', { name: /Edita/ })).toBeVisible();
});

test('a note is copied as Markdown, and says so when it cannot be loaded', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('python-internals/gil/');
  const button = page.getByRole('button', { name: 'Copy Markdown' });
  await button.click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('# The GIL and free threading\n');
  expect(copied).not.toContain('```python run');
  await context.route('**/index.md', (route) => route.abort());
  await button.press('Space');
  await expect(page.getByText('Could not be copied')).toBeVisible();
});

test('a block of code is copied as it is written, and selected when the browser refuses', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('python-internals/gil/');
  const frame = page.locator('study-run .frame').first();
  await frame.scrollIntoViewIfNeeded();
  const button = frame.getByRole('button', { name: 'Copy the code' });
  await button.focus();
  await button.press('Enter');
  await expect(frame.getByText('Copied', { exact: true })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^import dis\n\ncounter = 0\n\n\ndef one\(\) -> int:\n {4}return 1\n/);
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await button.press('Enter');
  await expect(frame.getByText('Could not be copied')).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('counter = 0');
});

test('code that is far away has its room, and only what scrolls stops the tab key', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('python-internals/gil/');
  const blocks = page.locator('.expressive-code pre');
  await expect(blocks.last().locator('xpath=..').getByRole('button')).toBeAttached();
  const measure = () =>
    blocks.evaluateAll((all) =>
      all.map((block) => [block.getBoundingClientRect().height, block.scrollWidth > block.clientWidth]),
    );
  const before = await measure();
  for (const block of await blocks.all()) await block.scrollIntoViewIfNeeded();
  expect(await measure()).toEqual(before);
  const wrong = await blocks.evaluateAll((all) =>
    all.filter((block) => block.hasAttribute('tabindex') !== block.scrollWidth > block.clientWidth),
  );
  expect(wrong).toEqual([]);
});

test('the page behind a link that somebody rests on is fetched before they press', async ({ page }) => {
  await page.goto('python-internals/gil/');
  await page.locator('main .study-required a').first().hover();
  const fetched = page.locator('head link[rel=prefetch]');
  await expect(fetched).toHaveAttribute('href', /\/python-internals\/memory-management\/$/);
});
