import { expect, type Locator, type Page, test } from '@playwright/test';
import { listObjections } from './axe.ts';

const field = (page: Page) =>
  page.getByRole('combobox', { name: /search the site|buscar en el sitio|buscar no site/i });
const pages = (page: Page) => page.locator('.study-search-page');
const status = (page: Page) => page.locator('.study-search-status');

async function openSearch(page: Page): Promise<Locator> {
  // The title of a page is there before its scripts listen.
  await page.waitForLoadState();
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  return field(page);
}

/** Closing takes its turn in the browser; a key that is pressed sooner would still go to the dialog. */
async function closeSearch(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Waits until the results are those of the query: the first search also loads the index. */
async function searchFor(page: Page, query: string): Promise<void> {
  await field(page).fill(query);
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(query.trim());
  await expect(status(page)).toHaveAttribute('data-kind', 'count');
}

test.describe('search', () => {
  let problems: string[];

  test.beforeEach(({ page }) => {
    problems = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
  });

  test.describe('finds', () => {
    test.afterEach(() => expect(problems).toEqual([]));

    test('notes, by their topic and by code words, from another language and in spite of a slip', async ({ page }) => {
      await page.goto('');
      await openSearch(page);
      for (const [query, path] of [
        ['global interpreter lock', 'python-internals/gil'],
        ['_is_gil_enabled', 'python-internals/gil'],
        ['@property', 'python-internals/'],
        ['recolector de basura', 'python-internals/memory-management'],
      ] as const) {
        await searchFor(page, query);
        await expect(pages(page).first()).toHaveAttribute('href', new RegExp(`/${path}`));
      }
      await searchFor(page, 'corutines');
      await expect(status(page)).toContainText('Results for “coroutines”');
      await expect(pages(page).first()).toHaveAttribute('href', /async-await/);
    });

    test('a page whose words are marked when it opens, until Escape', async ({ page }) => {
      await page.goto('');
      await openSearch(page);
      await searchFor(page, 'sys.setswitchinterval');
      await pages(page).first().click();
      await expect(page.locator('dialog')).toHaveCount(0);
      const marked = () => page.evaluate(() => CSS.highlights.get('study-search')?.size ?? 0);
      await expect.poll(marked).toBeGreaterThan(0);
      await page.keyboard.press('Escape');
      expect(await marked()).toBe(0);
      await page.reload();
      expect(await marked()).toBe(0);
    });

    test('sections, whose links lead to their headings', async ({ page }) => {
      await page.goto('');
      await openSearch(page);
      await searchFor(page, 'global interpreter lock');
      const section = page.locator('.study-search-section').first();
      await expect(section.locator('mark').first()).toBeVisible();
      const { hash } = new URL((await section.getAttribute('href')) ?? '', page.url());
      await section.click();
      await expect(page).toHaveURL(new RegExp(`${hash}$`));
      await expect(page.locator(hash)).toBeInViewport();
    });

    test('nothing, in words, for what is nowhere', async ({ page }) => {
      await page.goto('');
      await openSearch(page);
      for (const query of ['!?…', '<img src=x onerror=alert(1)>zzqx', '🐍🐍', '"', '\\', '%F0%9F']) {
        // Between two queries, so that the answer is to the second.
        await field(page).fill('');
        await expect(status(page)).toContainText('Code words work');
        await field(page).fill(query);
        await expect(status(page)).toContainText(/Nothing found|result/);
        await expect(page.locator('dialog img, dialog b')).toHaveCount(0);
      }
      await field(page).fill('%F0%9F');
      await field(page).fill('!?…');
      await expect(status(page)).toContainText('!?…');
      await expect(page.locator('.study-search-results')).toBeHidden();
    });

    test('its way through ten thousand characters', async ({ page }) => {
      await page.goto(`?q=${'GIL '.repeat(100)}`);
      await expect(status(page)).not.toBeEmpty();
      await field(page).evaluate((input: HTMLInputElement) => {
        input.value = 'lock '.repeat(2000);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await searchFor(page, 'GIL');
      await expect(pages(page).first()).toHaveAttribute('href', /gil/);
    });

    test('what was typed last, however fast', async ({ page }) => {
      await page.goto('');
      await openSearch(page);
      await field(page).pressSequentially('decorator');
      await field(page).fill('');
      await field(page).pressSequentially('__slots__');
      await expect(pages(page).first()).toHaveAttribute('href', /data-model-and-slots/);
      await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('__slots__');
      await expect(pages(page).first()).toHaveAttribute('href', /data-model-and-slots/);
    });
  });

  test.describe('by keyboard', () => {
    test.afterEach(() => expect(problems).toEqual([]));

    test('opens with /, moves with arrows, follows with Enter, and Back leads to the results', async ({ page }) => {
      await page.goto('');
      const input = await openSearch(page);
      await page.keyboard.type('global interpreter lock');
      await expect(pages(page).first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await expect(input).toHaveAttribute('aria-activedescendant', 'study-search-option-0');
      await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toHaveText(/GIL/);
      // Not round its end: that is further on once the list has been scrolled to it.
      for (const key of ['ArrowDown', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(key);
      await expect(input).toHaveAttribute('aria-activedescendant', 'study-search-option-1');
      await expect(input).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/python-internals\/gil\/#/);
      await page.goBack();
      await expect(field(page)).toHaveValue('global interpreter lock');
      await expect(pages(page).first()).toBeVisible();
    });

    test('Enter opens the first result, even before it is shown', async ({ page }) => {
      await page.goto('');
      await openSearch(page);
      await page.keyboard.type('_is_gil_enabled');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/python-internals\/gil\/$/);
    });

    test('nothing that is typed while the dialog loads is lost', async ({ page }) => {
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route(/search-dialog[^/]*\.js/, async (route) => {
        await released;
        await route.continue();
      });
      await page.goto('');
      await page.keyboard.press('/');
      await page.keyboard.type('globalx');
      await page.keyboard.press('Backspace');
      release();
      const field = page.getByRole('dialog').getByRole('combobox').first();
      await expect(field).toHaveValue('global');
      await page.keyboard.type(' interpreter');
      await expect(field).toHaveValue('global interpreter');
    });

    test('Home and End stay keys of the field', async ({ page }) => {
      await page.goto('');
      const input = await openSearch(page);
      await page.keyboard.type('IL');
      await page.keyboard.press('Home');
      await page.keyboard.type('G');
      await expect(input).toHaveValue('GIL');
    });

    test('Escape closes at once, the address is as before, the focus where it was', async ({ page }) => {
      await page.goto('?tab=1');
      const before = page.url();
      const button = page.getByRole('banner').getByRole('button', { name: 'Search' });
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(field(page)).toBeFocused();
      await searchFor(page, 'GIL');
      await expect(page).toHaveURL(/[?&]q=GIL/);
      await closeSearch(page);
      await expect(page).toHaveURL(before);
      await expect(button).toBeFocused();
    });

    test('Ctrl+K opens and closes; / in a text is a slash', async ({ page }) => {
      await page.goto('');
      await page.evaluate(() => document.querySelector('main')?.append(document.createElement('textarea')));
      const text = page.getByRole('main').locator('textarea');
      await text.focus();
      await page.keyboard.type('a/b');
      await expect(text).toHaveValue('a/b');
      await expect(page.getByRole('dialog')).toBeHidden();
      await page.keyboard.press('Control+k');
      await expect(field(page)).toBeFocused();
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(text).toBeFocused();
    });
  });

  test('?q= searches as the page opens, and a result on the same page closes the dialog', async ({ page }) => {
    await page.goto('python-internals/gil/?q=checkpoint');
    await expect(field(page)).toHaveValue('checkpoint');
    await page.locator('.study-search-section[href*="/python-internals/gil/#"]').first().click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page).toHaveURL(/python-internals\/gil\/#[\w-]+$/);
    expect(problems).toEqual([]);
  });

  test('results stand by kind, chips narrow them, say what each would leave, and can be cleared', async ({ page }) => {
    await page.goto('?q=queue');
    const dialog = page.getByRole('dialog');
    const group = (name: string) => dialog.getByRole('listbox').getByRole('group', { name, exact: true });
    await expect(group('Exercises')).toBeVisible();
    await expect(group('Notes')).toBeVisible();
    const before = (await status(page).textContent()) ?? '';
    const chip = dialog.getByRole('group', { name: 'Kind' }).getByRole('button', { name: /^Exercises/ });
    const count = Number(/\d+/.exec((await chip.textContent()) ?? '')?.[0]);
    await chip.click();
    await expect(chip).toHaveAttribute('aria-pressed', 'true');
    await expect(status(page)).toHaveText(`${count} results`);
    await expect(group('Notes')).toBeHidden();
    await expect(async () => {
      await field(page).press('ArrowUp');
      await expect(pages(page)).toHaveCount(count, { timeout: 1 });
    }).toPass({ intervals: [20] });
    await dialog.getByRole('button', { name: 'Clear filters' }).click();
    await expect(status(page)).toHaveText(before);
    expect(problems).toEqual([]);
  });

  test('a filter alone lists its pages; what is ticked says so', async ({ page }) => {
    await page.goto('python-internals/gil/');
    await page.locator('.study-item input').first().check();
    await openSearch(page);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Senior/ })
      .click();
    await expect(page.locator('.study-search-facts').first()).toContainText('Senior');
    await searchFor(page, 'the GIL');
    await expect(page.locator('.study-search-hit', { hasText: 'The GIL' }).first()).toContainText(/1 of \d+ done/);
    expect(problems).toEqual([]);
  });

  test('what was searched for is offered again, until it is forgotten', async ({ page }) => {
    await page.goto('');
    await openSearch(page);
    await searchFor(page, 'free-threaded build');
    await pages(page).filter({ hasText: 'The GIL and free threading' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('GIL');
    await openSearch(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(field(page)).toHaveValue('free-threaded build');
    await expect(pages(page).first()).toBeVisible();
    await field(page).fill('');
    await page.getByRole('button', { name: 'Forget them' }).click();
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(0);
    expect(problems).toEqual([]);
  });

  test('without scripts a page lists all titles', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('');
    await page.getByRole('banner').getByRole('link', { name: 'All titles' }).click();
    await page.getByRole('main').getByRole('link', { name: 'The GIL and free threading' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('GIL');
    await context.close();
  });

  for (const [locale, name] of [
    ['es', 'inglés'],
    ['pt-br', 'inglês'],
  ] as const) {
    test(`a reader of ${locale} finds what is not translated, and stays in the language`, async ({ page }) => {
      await page.goto(`${locale}/?q=GIL`);
      const hit = page.locator('.study-search-hit', {
        has: page.locator(`a[href$="/${locale}/python-internals/gil/"]`),
      });
      await expect(hit).toHaveCount(1);
      const link = hit.locator('.study-search-page');
      await expect(link).toHaveAttribute('href', new RegExp(`/${locale}/python-internals/gil/$`));
      const isTranslated = (await hit.getAttribute('lang')) === null;
      if (!isTranslated) {
        await expect(hit).toHaveAttribute('lang', 'en');
        await expect(hit.locator('.study-search-facts')).toContainText(name);
      }
      const also = page.getByRole('dialog').getByRole('button', { name });
      await also.click();
      await expect(also).toHaveAttribute('aria-pressed', 'false');
      await expect(page.locator('.study-search-hit[lang=en]')).toHaveCount(0);
      await also.click();
      await link.click();
      await expect(page).toHaveURL(new RegExp(`/${locale}/python-internals/gil/$`));
      await expect(page.getByRole('heading', { level: 1 })).toContainText('GIL');
      expect(problems).toEqual([]);
    });
  }

  test.describe('without the index', () => {
    test('says that it could not be loaded, and tries again the next time', async ({ page }) => {
      await page.goto('');
      await page.route('**/search-index/**', (route) => route.abort());
      await openSearch(page);
      await field(page).fill('GIL');
      await expect(status(page)).toContainText('could not be loaded');
      await closeSearch(page);
      await page.unroute('**/search-index/**');
      await openSearch(page);
      await expect(pages(page).first()).toHaveAttribute('href', /gil/);
    });

    test('a page in place of a file of the index is told, and asked for again', async ({ page }) => {
      await page.goto('');
      await page.route('**/search-index/**/terms-*', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
      );
      await openSearch(page);
      await field(page).fill('GIL');
      await expect(status(page)).toContainText('could not be loaded');
      await page.unroute('**/search-index/**/terms-*');
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(pages(page).first()).toHaveAttribute('href', /gil/);
    });

    test('says so too where its own script fails', async ({ page }) => {
      await page.goto('');
      await page.route('**/search-dialog*', (route) => route.abort());
      await page.keyboard.press('/');
      await expect(page.getByRole('banner').getByText('could not be loaded')).toBeVisible();
      await page.unroute('**/search-dialog*');
      await page.keyboard.press('/');
      await expect(field(page)).toBeFocused();
      await expect(page.getByRole('banner').getByText('could not be loaded')).toBeHidden();
    });

    test('says so where the site was never built', async ({ page }) => {
      await page.route('**/search-index/languages.json', (route) => route.fulfill({ json: {} }));
      await page.goto('');
      await openSearch(page);
      await expect(status(page)).toContainText('npm run build');
      expect(problems).toEqual([]);
    });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`is accessible in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto('es/?q=GIL');
      await expect(pages(page).first()).toBeVisible();
      await field(page).press('ArrowDown');
      await page.getByRole('dialog').locator('.study-search-chip').first().click();
      await expect(status(page)).toHaveAttribute('data-kind', 'count');
      await field(page).press('ArrowDown');
      expect(await listObjections(page, { parts: ['dialog'] })).toEqual([]);
      await field(page).fill('');
      await page.getByRole('dialog').locator('.study-search-clear').click();
      await field(page).fill('zzqx');
      expect(await listObjections(page, { parts: ['dialog', 'study-search'] })).toEqual([]);
    });
  }

  test('on a phone it fills the screen, and its button covers no other', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('');
    const button = page.getByRole('banner').getByRole('button', { name: 'Search' });
    const box = await button.boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(44);
    expect(box?.height).toBeGreaterThanOrEqual(44);
    await expect(button).toBeInViewport({ ratio: 1 });
    const isOnTop = await button.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const edges = [
        [left + 1, y],
        [right - 1, y],
        [x, top + 1],
        [x, bottom - 1],
      ] as const;
      return edges.every((edge) => element.contains(document.elementFromPoint(...edge)));
    });
    expect(isOnTop).toBe(true);
    await button.click();
    await searchFor(page, 'global interpreter lock');
    expect(await page.getByRole('dialog').boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
