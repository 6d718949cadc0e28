/** Resources: found by what stands in the address, ticked as read, and all there without a script. */
import { expect, type Page, test } from '@playwright/test';

const seen = (page: Page) => page.locator('.study-resources .study-item:visible');
const tick = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });

test('an address filters, folds open for what they hold, and what was read stays ticked', async ({ page }) => {
  await page.goto('resources/?kind=tool&level=intermediate');
  await expect(page.getByRole('combobox', { name: 'Kind' })).toHaveValue('tool');
  // In a fold, and one of another kind is out of sight.
  await expect(page.getByRole('link', { name: 'tox', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Fluent Python, 2nd edition' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Databases' })).toBeHidden();
  const count = await seen(page).count();
  await expect(page.getByRole('status').filter({ hasText: 'resources' })).toHaveText(
    new RegExp(`^${count} of \\d+ resources$`),
  );

  await tick(page, 'tox').check();
  await page.reload();
  await expect(tick(page, 'tox')).toBeChecked();
  await expect(page.locator('main study-progress').first()).toContainText('1 of');

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).not.toHaveURL(/kind|level/);
  await expect(page.getByRole('link', { name: 'Fluent Python, 2nd edition' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'tox', exact: true })).toBeHidden();

  await page.locator('.study-filters').getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Spanish' });
  await expect(page).toHaveURL(/language=es/);
  await expect(seen(page).first()).toContainText('en español');
});

test('a resource is found by search, and its address opens the fold that it is in', async ({ page }) => {
  await page.goto('resources/#tox');
  await expect(page.getByRole('link', { name: 'tox', exact: true })).toBeVisible();
  await page.goto('?q=Fluent+Python+2nd+edition');
  const hit = page.locator('.study-search-hit', { hasText: 'Fluent Python, 2nd edition' });
  await expect(hit.first()).toBeVisible();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });

  test('everything is there, the folds open, and no filter pretends to work', async ({ page }) => {
    await page.goto('es/resources/');
    await expect(page.locator('.study-filters')).toBeHidden();
    await expect(page.getByRole('link', { name: 'Documentación de Python en español' })).toBeVisible();
    const fold = page.locator('details.study-resource-more').first();
    await fold.locator('summary').click();
    await expect(fold.locator('.study-item').first()).toBeVisible();
  });
});

test('on paper there are addresses instead of filters, and every fold is open', async ({ page }) => {
  await page.goto('resources/?kind=tool');
  await expect(page.locator('.study-filtered')).toHaveAttribute('data-ready');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.study-filters')).toBeHidden();
  await expect(page.locator('#tox')).toBeVisible();
  const after = await page
    .locator('#tox .study-resource-title a')
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(after).toContain('https://tox.wiki/');
  await expect(page.locator('.study-print-mark')).toHaveCount(0);
});
