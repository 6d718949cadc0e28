/** Studying a note in phases: a clock that can be paused, survives a reload, and does not count sleep. */
import { expect, type Page, test } from '@playwright/test';

const NOTE = 'python-internals/gil/';
const minutes = (page: Page, phase: string) => page.locator(`[data-minutes="${phase}"]`);

test('minutes are counted, logged when paused, and there again after a reload', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-25T10:00:00') });
  await page.goto(NOTE);
  await page.locator('study-phases summary').click();
  const read = page.getByRole('button', { name: 'Read', exact: true });
  await read.click();
  await expect(read).toHaveAttribute('aria-pressed', 'true');
  await page.clock.runFor('12:00');
  await expect(minutes(page, 'read')).toHaveText('12 of 90 min');

  await page.reload();
  await expect(read).toHaveAttribute('aria-pressed', 'true');
  await page.clock.runFor('03:00');
  await read.click();
  await expect(read).toHaveAttribute('aria-pressed', 'false');
  await expect(minutes(page, 'read')).toHaveText('15 of 90 min');
  await page.getByLabel('I have studied this note').check();

  await page.goto(`es/${NOTE}`);
  await page.locator('study-phases summary').click();
  await expect(minutes(page, 'read')).toHaveText('15 de 90 min');
  await expect(page.getByLabel('He estudiado esta nota')).toBeChecked();

  await page.goto('progress/');
  await expect(page.locator('[data-week="sum"]')).toHaveText('15 min');
  await expect(page.locator('study-studied').first()).toHaveText(/^1 of \d+ · 15 min$/);
  await page.locator('[data-table="day"] summary').click();
  await page.locator('[data-table="week"] summary').click();
  await expect(page.locator('study-minutes tbody tr')).toHaveText(['2026-11-2515', '2026-11-2315']);
  await expect(page.locator('[data-picture="day"] .study-heat-1')).toHaveCount(1);
});

test('another phase takes over, and a night between two beats does not count', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-25T10:00:00') });
  await page.goto(NOTE);
  await page.locator('study-phases summary').click();
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await page.clock.runFor('05:00');
  const practise = page.getByRole('button', { name: 'Practice', exact: true });
  await practise.click();
  await expect(minutes(page, 'read')).toHaveText('5 of 90 min');
  await page.clock.runFor('02:30');
  await page.clock.fastForward('08:00:00');
  await expect(practise).toHaveAttribute('aria-pressed', 'false');
  await expect(minutes(page, 'practise')).toHaveText('2 of 90 min');
});
