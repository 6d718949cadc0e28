/** What goes to the printer: a note with the addresses of its links, an area with all of its notes. */
import { expect, type Page, test } from '@playwright/test';

/** Printing opens a window of the browser's own, which a test cannot close. */
async function stubPrinter(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => window.dispatchEvent(new Event('beforeprint'));
  });
}

test('all notes of an area are printed at once, and led to within the print', async ({ page }) => {
  await stubPrinter(page);
  await page.goto('python-internals/');
  const count = await page.locator('.study-notes .study-card').count();
  await page.getByRole('button', { name: 'Print all notes' }).click();
  const notes = page.locator('.study-print-note');
  await expect(notes).toHaveCount(count);
  await expect(page.locator('.study-print-links li').first()).toHaveText(/^https?:/);
  await page.emulateMedia({ media: 'print' });
  await expect(notes.first().getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  const broken = await page.evaluate(() =>
    [...document.querySelectorAll('.study-print-note a[href^="#"]')]
      .map((link) => link.getAttribute('href')?.slice(1) ?? '')
      .filter((id) => id !== '' && document.getElementById(decodeURIComponent(id)) === null),
  );
  expect(broken).toEqual([]);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(notes).toHaveCount(0);
  await expect(page.locator('.study-print-links')).toHaveCount(0);
});

test('a note on paper has its sheets numbered, its answers open, and nothing that only a screen can do', async ({
  page,
}) => {
  await page.goto('python-internals/gil/');
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('main details:not([open])')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toHaveCount(0);
  await expect(page.locator('.study-print-mark').first()).toHaveText('1');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.study-print-mark')).toHaveCount(0);
});
