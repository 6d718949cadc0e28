/** The site as one archive: read from a disk, without a server. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import config from '../../site.config.ts';
import { startServer } from '../../src/cli/site/server.mjs';
import { createArchive } from '../../src/site/archive.ts';

let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'study-archive-'));
  const bytes = await createArchive(path.resolve('.cache/e2e'), { ...config, base: '/some/base/' });
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
});
test.afterAll(() => rm(folder, { recursive: true }));

/**
 * Chromium now and then gives a page from a disk an empty storage, as if it were of another origin, and the next time the
 * right one: 1 of 60 loads of version 156, the first of a new browser.
 */
async function untilKept(page: Page, check: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.reload();
    await check();
  }).toPass();
}

test('from a disk, notes are read with their styles, links lead on, ticks are kept, cards are reviewed', async ({
  page,
}) => {
  const root = pathToFileURL(path.join(folder, 'pskb/some/base/')).href;
  await page.goto(`${root}index.html`);
  await page.getByRole('main').getByRole('link', { name: 'Python internals' }).first().click();
  await page.getByRole('main').getByRole('link', { name: 'The GIL and free threading' }).first().click();
  expect(page.url()).toBe(`${root}python-internals/gil/index.html`);
  await expect(page.locator('.study-tldr, aside').first()).toBeVisible();
  // What cannot work is not offered.
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Save for offline' })).toHaveCount(0);
  const item = page.locator('.study-item input').first();
  await item.check();
  await expect(page.locator('.study-facts')).toContainText('1 of');
  await untilKept(page, () => expect(item).toBeChecked({ timeout: 2000 }));
  await page.getByLabel('Select language').first().selectOption({ label: 'Español' });
  await page.waitForURL(`${root}es/python-internals/gil/index.html`);
  await untilKept(page, () => expect(page.locator('.study-item input').first()).toBeChecked({ timeout: 2000 }));
  await page.goto(`${root}review/index.html`);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.locator('[data-part="front"]')).not.toBeEmpty();
  await page.goto(`${root}progress/index.html`);
  await untilKept(page, () => expect(page.getByRole('main')).toContainText(/1 of \d+ done/, { timeout: 2000 }));
});

test('from any static server all of it works, search and code too', async ({ page }) => {
  const server = await startServer({ folder: path.join(folder, 'pskb'), base: '/', port: 26_000 });
  try {
    await page.goto(`http://localhost:${server.port}/some/base/`);
    await page.getByRole('main').getByRole('link', { name: 'Python internals' }).first().click();
    await page.waitForURL('**/python-internals/index.html');
    await page.waitForLoadState();
    await page.keyboard.press('/');
    await page.locator('dialog[open] input').first().fill('global interpreter lock');
    await page.locator('dialog .study-search-page').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('GIL');
    const block = page.locator('study-run[data-lang="python"]').first();
    await block.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(block).toHaveAttribute('data-ending', 'done', { timeout: 60_000 });
    await page.getByRole('banner').getByRole('link', { name: 'Save for offline' }).click();
    await expect(page.locator('study-offline')).toHaveAttribute('data-ready');
  } finally {
    server.close();
  }
});
