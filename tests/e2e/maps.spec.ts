/** The map of an area: each of its boxes is a link to its note, in the reader's language, by keyboard and without a script. */
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { LANGUAGES } from './templates.ts';

const AREAS = [
  ...['foundations', 'python-internals', 'databases', 'django'],
  ...['fastapi', 'architecture', 'testing', 'devops'],
];

/** Between the sidebars of a desk, where every map has room for its drawing. */
test.use({ viewport: { width: 1440, height: 800 } });

function findMap(page: Page) {
  return page.locator('.study-area .study-diagram svg').first();
}

for (const [lang, prefix] of Object.entries(LANGUAGES))
  test(`${lang}: every box of every map leads to a page of its language`, async ({ page, request, baseURL }) => {
    for (const area of AREAS) {
      await page.goto(`${prefix}${area}/`);
      const map = findMap(page);
      const boxes = await map.locator('.node').count();
      expect(boxes, area).toBeGreaterThan(3);
      await expect(map.locator('a .node'), area).toHaveCount(boxes);
      const addresses = await map
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(addresses).toHaveLength(boxes);
      for (const address of addresses) {
        expect(address, area).toMatch(new RegExp(`^${new URL(baseURL ?? '').pathname}${prefix}(?!es/|pt-br/)`));
        expect((await request.get(address ?? '')).ok(), `${area}: ${address}`).toBe(true);
      }
    }
  });

test('the map is a group with a name and a description, and its links are reached by keyboard', async ({ page }) => {
  await page.goto('python-internals/');
  const map = findMap(page);
  await expect(map).toHaveRole('group');
  await expect(map).toHaveAccessibleName('Map of the notes');
  await expect(map).toHaveAccessibleDescription(/^Prerequisite map of the nine notes/);
  await expectAccessible(page, '.study-diagram');

  const link = map.getByRole('link', { name: 'Decorators', exact: true });
  const border = () => link.locator('rect').evaluate((box) => getComputedStyle(box).strokeWidth);
  const before = await border();
  await map.getByRole('link').first().focus();
  await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  expect(await border()).not.toBe(before);
  await expect(page.getByRole('tooltip')).toContainText('Decorators');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/python-internals\/decorators\/$/);
});

test('who has chosen a language stays in it', async ({ page }) => {
  await page.goto('es/python-internals/');
  await findMap(page).getByRole('link', { name: 'Decoradores' }).click();
  await expect(page).toHaveURL(/\/es\/python-internals\/decorators\/$/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 780 } });

  test('every map is a list of the same links, as wide as the screen, and says what a box comes after', async ({
    page,
  }) => {
    for (const area of AREAS) {
      await page.goto(`${area}/`);
      await expect(findMap(page)).toBeHidden();
      const boxes = findMap(page).locator('a');
      const drawn = await boxes.evaluateAll((all) =>
        all.map((link) => [link.textContent?.trim(), link.getAttribute('href')]),
      );
      const links = page.getByRole('list', { name: 'Map of the notes' }).getByRole('link');
      const listed = await links.evaluateAll((all) =>
        all.map((link) => [link.textContent?.trim(), link.getAttribute('href')]),
      );
      expect(listed.sort(), area).toEqual(drawn.sort());
      expect(await page.evaluate(() => document.documentElement.scrollWidth), area).toBe(360);
    }
    await page.goto('architecture/');
    await expect(
      page
        .locator('.study-map')
        .getByRole('listitem')
        .filter({ hasText: /^Messaging/ }),
    ).toContainText('after API design');
    await expectAccessible(page, '.study-diagram');
  });

  test('its links are reached by keyboard', async ({ page }) => {
    await page.goto('databases/');
    const links = page.getByRole('list', { name: 'Map of the notes' }).getByRole('link');
    await links.first().focus();
    await page.keyboard.press('Tab');
    await expect(links.nth(1)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/databases\/transactions-and-isolation\/$/);
  });
});

test('between two sidebars, words of a map are large enough to read, or the map is a list', async ({ page }) => {
  const shown = new Set<string>();
  for (const area of AREAS) {
    await page.goto(`${area}/`);
    const map = findMap(page);
    const list = page.getByRole('list', { name: 'Map of the notes' });
    for (const width of [680, 820, 900, 1160, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const isDrawn = await map.isVisible();
      shown.add(isDrawn ? 'drawing' : 'list');
      expect(await list.isVisible(), `${area} at ${width} px`).toBe(!isDrawn);
      const words = await map.evaluate((svg: SVGSVGElement) => 13 * (svg.getScreenCTM()?.a ?? 1));
      if (isDrawn) expect(words, `${area} at ${width} px`).toBeGreaterThan(12.4);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), area).toBe(width);
    }
  }
  expect(shown.size).toBe(2);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the boxes are links', async ({ page }) => {
    await page.goto('databases/');
    await findMap(page).getByRole('link', { name: 'Redis' }).click();
    await expect(page).toHaveURL(/\/databases\/redis\/$/);
  });
});
