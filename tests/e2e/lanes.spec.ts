/** Sessions in turns: all of it is there, and the reader goes through it step by step, also without a pointer. */
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';

const NOTE = 'databases/transactions-and-isolation/';

test('lanes are stepped through by keyboard, and each step is said', async ({ page }) => {
  await page.goto(NOTE);
  const lanes = page.locator('study-lanes').first();
  const steps = lanes.getByRole('listitem');
  const status = lanes.getByRole('status');
  const count = await steps.count();
  const shown = () =>
    steps.evaluateAll((items) => items.filter((item) => item.checkVisibility({ visibilityProperty: true })).length);
  expect(count).toBeGreaterThan(5);
  expect(await shown()).toBe(count);
  await expect(status).toBeEmpty();

  await lanes.getByRole('button', { name: 'First' }).focus();
  await page.keyboard.press('Enter');
  expect(await shown()).toBe(1);
  await expect(status).toHaveText(`Step 1 of ${count}: A BEGIN`);

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  expect(await shown()).toBe(2);
  await expect(status).toHaveText(`Step 2 of ${count}: A SELECT n FROM account → 100`);
  await expect(steps.nth(1)).toHaveAttribute('aria-current', 'step');
  await expectAccessible(page, 'figure.study-lanes');

  for (let step = 2; step < count + 3; step += 1) await page.keyboard.press('ArrowRight');
  expect(await shown()).toBe(count);
  await expect(lanes.getByRole('button', { name: 'Next' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('ArrowLeft');
  await page.emulateMedia({ media: 'print' });
  expect(await shown()).toBe(count);
  await page.emulateMedia({ media: 'screen' });

  await lanes.getByRole('button', { name: 'All' }).click();
  expect(await shown()).toBe(count);
  await expect(status).toBeEmpty();
});

test('runs are stepped through apart, and say which they are', async ({ page }) => {
  await page.goto(NOTE);
  const serializable = page.locator('figure.study-lanes').filter({ hasText: 'in turns · SERIALIZABLE' });
  await serializable.getByRole('button', { name: 'Next' }).click();
  await expect(serializable.getByRole('status')).toContainText('Step 1 of');
  await expect(page.locator('.study-lanes [data-later]').first()).toBeHidden();
  await expect(page.locator('.study-lanes').first().locator('[data-later]')).toHaveCount(0);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });

  test('all steps are there, and no controls', async ({ page }) => {
    await page.goto(NOTE);
    const lanes = page.locator('study-lanes').first();
    await expect(lanes.getByRole('listitem').last()).toBeVisible();
    await expect(lanes.getByRole('button')).toHaveCount(0);
  });
});
