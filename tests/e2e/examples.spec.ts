/** The catalog of example programs: filtered by what they need, each leads to a note, each folder is downloaded with its tests. */
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { listObjections } from './axe.ts';

test('programs are filtered by what they need, lead to their notes, and are downloaded with their tests', async ({
  page,
  request,
}) => {
  await page.goto('examples/?needs=redis');
  const programs = page.locator('.study-example:visible');
  await expect(programs.first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'kubernetes' })).toBeHidden();
  await expect(page.locator('study-filtered-list').getByRole('status')).toHaveText(/^\d+ of \d\d programs$/);
  expect(await listObjections(page)).toEqual([]);

  const group = page.locator('section', { has: page.getByRole('heading', { name: 'rate-limiting' }) }).last();
  const address = await group.getByRole('link', { name: 'Download the folder (zip)' }).getAttribute('href');
  const files = unzipSync(new Uint8Array(await (await request.get(address ?? '')).body()));
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(
      ['README.md', 'redis_limits.py', 'test_redis_limits.py', 'requirements.txt'].map(
        (name) => `rate-limiting/${name}`,
      ),
    ),
  );
  expect(strFromU8(files['rate-limiting/README.md'] ?? new Uint8Array())).toContain('`redis_limits.py`');

  await group
    .getByRole('link', { name: /Rate limiting/ })
    .first()
    .click();
  await expect(page).toHaveURL(/architecture\/rate-limiting\/#/);
});
