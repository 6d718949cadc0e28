/** What holds of every site, wherever it is published. */
import { expect, test } from '@playwright/test';

test('a site at the root of its host loads everything it asks for, and its links lead on', async ({ page }) => {
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

test('whoever finds a hole is told where to report it, and for how long that holds', async ({ request }) => {
  const response = await request.get('.well-known/security.txt');
  expect(response.status()).toBe(200);
  expect(await response.text()).toMatch(/^Contact: https:.*\nExpires: \d{4}-\d\d-\d\dT00:00:00\.000Z\n/);
});

test('what never changes is kept for a year, pages are asked for each time', async ({ request }) => {
  const home = await request.get('');
  expect(home.headers()['cache-control']).toBe('no-cache');
  const [, script = ''] = /src="\/(_astro\/[^"]+\.js)"/.exec(await home.text()) ?? [];
  expect((await request.get(script)).headers()['cache-control']).toBe('public, max-age=31536000, immutable');
});
