/** The map of an area: each of its boxes is a link to its note, in the reader's language, by keyboard and without a script. */
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { LANGUAGES } from './templates.ts';

const AREAS = [
  ...['foundations', 'python-internals', 'databases', 'django'],
  ...['fastapi', 'architecture', 'testing', 'devops'],
];

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

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the boxes are links', async ({ page }) => {
    await page.goto('databases/');
    await findMap(page).getByRole('link', { name: 'Redis' }).click();
    await expect(page).toHaveURL(/\/databases\/redis\/$/);
  });
});
