/** All questions of the interviews: filtered by what stands in the address, in three languages, and without a script. */
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';

const PAGE = 'interviews/questions/';
const shown = (page: Page) => page.locator('.study-questions > li:visible');
const select = (page: Page, name: string) => page.locator('.study-filters').getByRole('combobox', { name });

test('a link shows the questions of an area, a level and a note, and the way back keeps the choice', async ({
  page,
}) => {
  await page.goto('interviews/');
  await page.locator('main').getByRole('link', { name: 'Interview questions' }).first().click();
  await expect(page).toHaveURL(new RegExp(`${PAGE}$`));
  await expect(page.locator('.study-filtered')).toHaveAttribute('data-ready');
  const all = await shown(page).count();
  await select(page, 'Area').selectOption('databases');
  await select(page, 'Level').selectOption('senior');
  await select(page, 'Note').selectOption({ label: 'Transactions and isolation' });
  await expect(page).toHaveURL(/\?area=databases&level=senior&note=databases%2Ftransactions-and-isolation$/);
  const few = await shown(page).count();
  expect(few).toBeGreaterThan(0);
  expect(few).toBeLessThan(all);
  await expect(page.getByRole('status').filter({ hasText: 'questions' })).toHaveText(`${few} of ${all} questions`);

  // A filter shows the question and leaves the answer to who asks for it.
  await expect(shown(page).locator('[data-part="strong"]:visible')).toHaveCount(0);
  await shown(page).first().locator('summary').press('Enter');
  await expect(shown(page).first().locator('[data-part="strong"]')).toBeVisible();

  await page.reload();
  await expect(shown(page)).toHaveCount(few);
  await page.goto('interviews/');
  await page.goBack();
  await expect(select(page, 'Note')).toHaveValue('databases/transactions-and-isolation');
  await page.getByRole('button', { name: 'Clear filters' }).press('Enter');
  await expect(shown(page)).toHaveCount(all);
  await expect(page).toHaveURL(new RegExp(`${PAGE}$`));
});

test('where no question matches, that is said, and the filters can be cleared', async ({ page }) => {
  await page.goto(`${PAGE}?area=devops&note=databases%2Ftransactions-and-isolation`);
  await expect(shown(page)).toHaveCount(0);
  await expect(page.getByText('Nothing here matches all of these filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).press('Enter');
  await expect(page.getByText('Nothing here matches all of these filters.')).toBeHidden();
});

for (const [locale, form, count, none] of [
  ['es', 'Filtrar las preguntas', /^\d+ de \d+ preguntas$/, 'Nada aquí cumple todos estos filtros.'],
  ['pt-br', 'Filtrar as perguntas', /^\d+ de \d+ perguntas$/, 'Nada aqui atende a todos estes filtros.'],
] as const) {
  test(`the filters are in the words of ${locale}, fit a phone, and everybody can use them`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${locale}/${PAGE}?area=databases`);
    await expect(page.getByRole('form', { name: form })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: count })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    await page.goto(`${locale}/${PAGE}?area=devops&note=databases%2Ftransactions-and-isolation`);
    await expect(page.getByText(none)).toBeVisible();
  });
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('every question opens, and no filter pretends to work', async ({ page }) => {
    await page.goto(`${PAGE}?area=databases`);
    await expect(page.locator('.study-filters')).toBeHidden();
    await expect(page.locator('.study-questions > li[data-area="devops"]').first()).toBeVisible();
    await page.locator('.study-questions summary').first().click();
    await expect(page.locator('.study-questions [data-part="strong"]').first()).toBeVisible();
  });
});
