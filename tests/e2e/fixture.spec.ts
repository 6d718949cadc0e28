/** The first five minutes of a reader of a small site at the root of its host: the fixture. */
import { expect, test } from '@playwright/test';

test('a newcomer finds a note, ticks, reloads, goes on in Spanish, and runs code', async ({ page }) => {
  const problems: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));

  await page.goto('');
  await page.keyboard.press('/');
  await page.keyboard.type('select_related');
  await page.getByRole('dialog').getByRole('option', { name: 'The ORM' }).first().click();
  await expect(page).toHaveURL(/:\d+\/django\/orm\//);

  const boxes = page.locator('.study-item').getByRole('checkbox');
  await boxes.nth(0).click();
  await page.reload();
  await expect(boxes.nth(0)).toBeChecked();

  await page.getByLabel('Select language').first().selectOption({ label: 'Español' });
  await expect(page).toHaveURL(/:\d+\/es\/django\/orm\//);
  await expect(boxes.nth(0)).toBeChecked();
  await expect(boxes.nth(1)).not.toBeChecked();

  const block = page.locator('study-run[data-lang="python"]').first();
  await block.getByRole('button', { name: 'Ejecutar', exact: true }).click();
  await expect(block).toHaveAttribute('data-ending', 'done', { timeout: 60_000 });
  expect(problems).toEqual([]);
});
