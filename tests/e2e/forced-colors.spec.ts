/** Where a system forces its own colors; on one page of each kind this is asked by `access.spec.ts`. */
import { expect, test } from '@playwright/test';
import { listFaint } from './drawn.ts';
import { TEMPLATES } from './templates.ts';

test('a theme that the reader chose gives way to the colors of the system', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('starlight-theme', 'light'));
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto(TEMPLATES.note);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(page.locator('.study-diagram text').first()).toHaveCSS('fill', 'rgb(255, 255, 255)');
  expect(await listFaint(page)).toEqual([]);
});
