/** What holds of every site, whatever is written on it: all that a fork takes of our journeys. */
import { expect, test } from '@playwright/test';

test('a site loads everything it asks for, and its links lead on', async ({ page }) => {
  const failed: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
  });
  await page.goto('');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  const target = await page.locator('a[href^="/"]:not([href="/"])').first().getAttribute('href');
  await page.goto(target ?? 'no-link');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(failed).toEqual([]);
});

test('an address that does not exist gets the 404 page', async ({ page }) => {
  const response = await page.goto('no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
