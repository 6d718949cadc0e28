/** The catalog of the decks: found by what stands in the address, which can be shared, and all there without a script. */
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';

const decks = (page: Page) => page.locator('.study-decks .study-card:visible');
const select = (page: Page, name: string) => page.locator('.study-filters').getByRole('combobox', { name });

test('a link shows the decks of an area and a level, and the way back from a deck keeps both', async ({ page }) => {
  await page.goto('flashcards/');
  await expect(page.locator('.study-filtered')).toHaveAttribute('data-ready');
  const all = await decks(page).count();
  await select(page, 'Area').selectOption('databases');
  await select(page, 'Level').selectOption('senior');
  await expect(page).toHaveURL(/\?area=databases&level=senior$/);
  await expect(page.getByRole('status').filter({ hasText: 'decks' })).toHaveText(new RegExp(`^\\d+ of ${all} decks$`));
  const few = await decks(page).count();
  expect(few).toBeGreaterThan(0);
  expect(few).toBeLessThan(all);
  await expect(page.locator('.study-decks section:visible')).toHaveCount(1);

  await decks(page).first().getByRole('link').click();
  await expect(page).not.toHaveURL(/area=/);
  await page.goBack();
  await expect(select(page, 'Level')).toHaveValue('senior');
  await expect(decks(page)).toHaveCount(few);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(decks(page)).toHaveCount(all);
  await expect(page).toHaveURL(/flashcards\/$/);
});

test('the filters speak Spanish, fit a phone, and everybody can use them', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('es/flashcards/?area=databases');
  await expect(page.getByRole('form', { name: 'Filtrar los mazos' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'mazos' })).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('every deck is listed, and no filter pretends to work', async ({ page }) => {
    await page.goto('flashcards/?area=databases');
    await expect(page.locator('.study-filters')).toBeHidden();
    await expect(page.locator('.study-decks section:visible')).not.toHaveCount(1);
  });
});
