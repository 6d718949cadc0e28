/** What is published with a site at the root of its host. */
import { expect, test } from '@playwright/test';

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
