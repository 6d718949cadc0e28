/** The home page: the pitch for who comes for the first time, what is next for who comes back. */
import { expect, test } from '@playwright/test';

const PITCH = 'You know Python well enough to ship.';

test('a first visit sees the pitch, a later one where they left off, and nothing moves between the two', async ({
  page,
}) => {
  await page.goto('');
  await expect(page.getByText(PITCH)).toBeVisible();
  await expect(page.locator('study-today')).toBeHidden();

  await page.goto('python-internals/gil/');
  await expect(page.locator('study-progress').first()).toHaveAttribute('data-ready');
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('');
  await expect(page.getByText(PITCH)).toBeHidden();
  const left = page.locator('[data-today="last"]');
  await expect(left).toContainText('Where you left off: The GIL and free threading');
  await expect(page.locator('[data-today="choose"]')).toBeVisible();
  // What is left is less than Lighthouse can tell from nothing.
  const shifts: number[] = await page.evaluate(() => Reflect.get(window, 'shifts'));
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.001);
  await left.getByRole('link').click();
  await expect(page).toHaveURL(/python-internals\/gil\/$/);
});

test('who has a plan sees its next step and how far it is', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-25T10:00:00'));
  await page.goto('es/roadmaps/sprint/');
  await page.locator('study-plan summary').click();
  await page.getByLabel('Horas al día').fill('8');
  await page.getByRole('button', { name: 'Que sea mi plan' }).click();

  await page.goto('');
  const step = page.locator('[data-today="plan"]');
  await expect(step).toContainText('Today: Python internals');
  await expect(step).toContainText('0 of 5 done');
  await step.getByRole('link').click();
  await expect(page).toHaveURL(/roadmaps\/sprint\/#stage-day-1$/);
  for (const box of (await page.locator('.study-item').getByRole('checkbox').all()).slice(0, 5)) await box.check();

  await page.goto('es/');
  await expect(step).toContainText('El jueves, 26 de noviembre: Rendimiento y type hints');
  await page.clock.setFixedTime(new Date('2026-11-28T10:00:00'));
  await page.goto('');
  await expect(step).toContainText('Still open: Performance and type hints');
});
