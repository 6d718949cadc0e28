import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const PAGES = {
  home: '',
  'an area': 'python-internals/',
  'a note': 'python-internals/gil/',
  'a page in Spanish': 'es/python-internals/gil/',
  'the progress page': 'progress/',
  'a roadmap': 'roadmaps/zero-to-senior/',
  'the catalog of exercises': 'exercises/',
  'an exercise': 'exercises/lru-cache/',
  'a worked exercise in Spanish': 'es/exercises/rate-limiter/',
  'the components of the guide': 'authoring/components/',
  'the page of a code': 'authoring/errors/card-fence-open/',
  'the table of translations': 'pt-br/authoring/translations/',
};
const WIDTHS = [360, 1440];

for (const [name, path] of Object.entries(PAGES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name} has nothing that axe objects to, in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      // Pages with something to tick show it once the script has read the reader's record.
      const progress = page.locator('main study-progress').first();
      if ((await progress.count()) > 0) await expect(progress).toHaveAttribute('data-ready');
      await page
        .locator('main details')
        .evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([]);
    });
  }

  test(`${name} fits phones and desks, and says nothing in the console`, async ({ page }) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('response', (response) => response.status() < 400 || said.push(`${response.status()} ${response.url()}`));
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(scrolls, `scrolls sideways at ${width} px`).toBe(false);
    }
    expect(said).toEqual([]);
  });
}

test('every link of every page leads to a page of the site that exists, with the anchor it names', async ({
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
    pages.set(path, await response.text());
    for (const { pathname } of internalLinks(path, pages.get(path) ?? '')) wanted.add(pathname);
  }
  expect(pages.size).toBeGreaterThan(30);
  for (const [path, html] of pages) {
    for (const { pathname, anchor } of internalLinks(path, html)) {
      if (anchor !== '')
        expect(pages.get(pathname), `${path} links to ${pathname}#${anchor}`).toContain(`id="${anchor}"`);
    }
  }

  /** Links within the site, relative to its base; one that leaves the base but not the host is an error. */
  function internalLinks(path: string, html: string): { pathname: string; anchor: string }[] {
    return [...html.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)].flatMap(([, href = '']) => {
      const target = new URL(href.replaceAll('&amp;', '&'), new URL(path, root));
      const anchor = decodeURIComponent(target.hash.slice(1));
      target.hash = '';
      if (target.href.startsWith(root)) return [{ pathname: target.href.slice(root.length), anchor }];
      expect(target.origin, `${path} links to ${href}, outside the base`).not.toBe(new URL(root).origin);
      return [];
    });
  }
});

test('a page that does not exist says so and leads on', async ({ page }) => {
  const response = await page.goto('no/such/page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a page that is not translated says so in Spanish and marks its text as English', async ({ page }) => {
  await page.goto('es/python-internals/gil/');
  await expect(page.locator('main')).toHaveAttribute('lang', 'en');
  const notice = page.getByText('Esta página aún no está disponible en tu idioma');
  await expect(notice).toBeVisible();
  expect(await notice.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe('es');
  await expect(page.getByRole('link', { name: /Edita/ })).toBeVisible();
});
