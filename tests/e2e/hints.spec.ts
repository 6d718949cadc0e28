/** Hints for who is new: quiet, over for good when they are dismissed, and not for who has studied here before. */
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';

const NOTE = 'python-internals/gil/';
const hint = (page: Page) => page.locator('.study-hint');

async function showBlock(page: Page): Promise<void> {
  await page.goto(NOTE);
  await page
    .locator('study-run[data-ready]')
    .first()
    .evaluate((block) => block.scrollIntoView({ block: 'start' }));
}

test('the first block of a note says how it is run, moves nothing, and is dismissed for good', async ({ page }) => {
  await showBlock(page);
  const bar = page.locator('study-run .study-run-bar').first();
  await expect(hint(page)).toContainText('The program is yours to change.');
  await expect(hint(page).getByRole('status')).toContainText('Ctrl+Enter');
  // In the page, since the focus scrolls.
  const place = () => bar.evaluate((element) => element.getBoundingClientRect().top + scrollY);
  const before = await place();
  await expectAccessible(page, '.study-hint');

  // From the block's buttons, Tab leads to it, and its button gives the focus back.
  await page.locator('study-run [data-run="edit"]').first().focus();
  await page.keyboard.press('Tab');
  await expect(hint(page).getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(hint(page)).toHaveCount(0);
  await expect(page.locator('study-run [data-run="run"]').first()).toBeFocused();
  expect(await place()).toBeCloseTo(before, 0);

  await page.reload();
  await expect(page.locator('study-run[data-ready]').first()).toBeInViewport();
  expect(await page.evaluate(() => localStorage.getItem('pskb:hints'))).toBe('run');
  await expect(hint(page)).toHaveCount(0);
});

test('what has the focus is scrolled clear of a hint, and Escape closes it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await showBlock(page);
  await expect(hint(page)).toBeVisible();
  // A block of code may be higher than the screen: a part of it is seen at least (WCAG 2.4.11).
  const covered = async () =>
    page.evaluate(() => {
      const [focus, box] = [document.activeElement, document.querySelector('.study-hint')];
      const [a, b] = [focus?.getBoundingClientRect(), box?.getBoundingClientRect()];
      if (a === undefined || b === undefined || focus?.closest('.study-hint')) return false;
      return a.top >= b.top && a.bottom <= b.bottom && a.left >= b.left && a.right <= b.right;
    });
  await page.locator('study-run [data-run="run"]').first().focus();
  for (let index = 0; index < 12; index += 1) {
    await page.keyboard.press('Tab');
    expect(await covered()).toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(hint(page)).toHaveCount(0);
});

test('the first tick says where it is kept, once', async ({ page }) => {
  await page.goto(`es/${NOTE}`);
  const boxes = page.locator('.study-item').getByRole('checkbox');
  await boxes.nth(0).check();
  await expect(hint(page)).toContainText('Queda solo en este navegador.');
  await expect(boxes.nth(0)).toBeFocused();
  await hint(page).getByRole('link', { name: 'Guardar una copia' }).click();
  await expect(page).toHaveURL(/es\/progress\/#backup$/);
  await page.goBack();
  await boxes.nth(1).check();
  await expect(boxes.nth(1)).toBeChecked();
  await expect(hint(page)).toHaveCount(0);
});

test('the first card says its keys, and the first answer where it is kept', async ({ page }) => {
  await page.goto('review/');
  await page.getByRole('button', { name: 'Start', exact: true }).press('Enter');
  await expect(hint(page)).toContainText('Space shows the answer. Then 1 to 4 say how well you knew it.');
  await expect(page.locator('[data-part="card"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('study-review')).toHaveAttribute('data-answered');
  await page.keyboard.press('3');
  await expect(hint(page)).toContainText('Kept in this browser only.');
  await page.keyboard.press('Escape');
  await expect(hint(page)).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem('pskb:hints'))).toBe('review kept');
});

test('who has studied here before is shown none', async ({ page }) => {
  await page.goto('404.html');
  await page.evaluate(() => localStorage.setItem('pskb:study', JSON.stringify({ version: 1, ticks: {} })));
  await showBlock(page);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('pskb:hints'))).toBe('run kept review');
  await page.locator('.study-item').getByRole('checkbox').first().check();
  await page.goto('review/');
  await page.getByRole('button', { name: 'Start', exact: true }).press('Enter');
  await expect(page.locator('[data-part="card"]')).toBeFocused();
  await expect(hint(page)).toHaveCount(0);
});

test('cards are asked although the script of the hints does not come', async ({ page }) => {
  await page.route('**/review-hints*.js', (route) => route.abort('connectionfailed'));
  await page.goto('review/');
  await page.getByRole('button', { name: 'Start', exact: true }).press('Enter');
  await expect(page.locator('[data-part="card"]')).toBeFocused();
  await expect(hint(page)).toHaveCount(0);
});
