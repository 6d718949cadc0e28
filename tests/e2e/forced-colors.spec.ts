/** Where a system forces its own colors, on one page of each kind: nothing that is drawn is lost, and pictures can be read. */
import { expect, test } from '@playwright/test';
import { listEdgeless, listFaint, listLost, listUnmarked, noteDrawn } from './drawn.ts';
import { MISSING, TEMPLATES } from './templates.ts';

test.use({ viewport: { width: 1440, height: 900 } });

for (const [name, path] of [...Object.entries(TEMPLATES), ['missing', MISSING] as const]) {
  test(`${name}: what is drawn is still there where a system forces its colors`, async ({ page }) => {
    await page.goto(path);
    const progress = page.locator('main study-progress').first();
    if ((await progress.count()) > 0) await expect(progress).toHaveAttribute('data-ready');
    await page.locator('main details').evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
    await noteDrawn(page);

    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    expect(await listLost(page), 'drawn by a background alone').toEqual([]);
    expect(await listFaint(page), 'words of pictures, light on dark').toEqual([]);
    expect(await listEdgeless(page), 'controls without an edge').toEqual([]);
    expect(await listUnmarked(page), 'no mark of focus').toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await listFaint(page), 'words of pictures, dark on light').toEqual([]);
  });
}

test('a theme that the reader chose gives way to the colors of the system', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('starlight-theme', 'light'));
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto(TEMPLATES.note);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(page.locator('.study-diagram text').first()).toHaveCSS('fill', 'rgb(255, 255, 255)');
  expect(await listFaint(page)).toEqual([]);
});
