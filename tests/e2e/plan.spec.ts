/** A reader lays a roadmap on their own days, falls behind, plans the rest anew, and takes the days into a calendar. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import ICAL from 'ical.js';

const WEDNESDAY = new Date('2026-11-25T10:00:00');

async function openSprint(page: Page, path = 'roadmaps/sprint/'): Promise<void> {
  await page.clock.setFixedTime(WEDNESDAY);
  await page.goto(path);
  await page.locator('study-plan summary').click();
}

const dates = (page: Page) =>
  page.locator('.study-plan-days li time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));

async function tickDay(page: Page, day: number): Promise<void> {
  const stages = page.locator('.study-stage');
  const list = stages.nth(day - 1).locator('xpath=following::ul[contains(@class,"study-list")][1]');
  for (const box of await list.getByRole('checkbox').all()) await box.check();
}

test('the nine days of the sprint land on the reader’s own, and are there again after a reload', async ({ page }) => {
  await openSprint(page);
  await page.getByLabel('Hours a day').fill('8');
  await page.getByLabel('Day off').fill('2026-11-30');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const wanted = ['25', '26', '27']
    .map((day) => `2026-11-${day}`)
    .concat(['01', '02', '03', '04', '07', '08'].map((day) => `2026-12-${day}`));
  expect(await dates(page)).toEqual(wanted);
  await expect(page.getByText('Study days: 9, Nov 25, 2026 to Dec 8, 2026')).toBeVisible();
  await page.getByRole('button', { name: 'Make this my plan' }).click();
  await expect(page.getByText('Saved in this browser.')).toBeVisible();

  await page.reload();
  await page.locator('study-plan summary').click();
  expect(await dates(page)).toEqual(wanted);
  await expect(page.locator('.study-plan-days [aria-current="date"]')).toContainText('Python internals');

  await page.getByRole('button', { name: 'Remove the day off 2026-11-30' }).click();
  expect((await dates(page)).at(-1)).toBe('2026-12-07');
  await page.getByLabel('Weeks').check();
  await expect(page.locator('.study-plan-days tbody tr')).toHaveCount(3);
  await expect(page.locator('.study-plan-days td[data-state]')).toHaveCount(9);
});

test('a day whose items are ticked is done on the map and in the plan, and the rest can be planned from today', async ({
  page,
}) => {
  await openSprint(page);
  await page.getByLabel('Hours a day').fill('8');
  await page.getByRole('button', { name: 'Make this my plan' }).click();
  await tickDay(page, 1);
  const station = page.locator('.study-map-wide .study-map-station').first();
  await expect(station).toHaveAttribute('data-state', 'done');
  await expect(station).toContainText('✓ 5/5');
  await expect(page.getByRole('button', { name: 'Plan the rest from today' })).toBeHidden();

  await page.clock.setFixedTime(new Date('2026-11-30T10:00:00'));
  await page.reload();
  await page.locator('study-plan summary').click();
  await expect(page.getByText('Study days that passed with something left to do: 2.')).toBeVisible();
  await page.getByRole('button', { name: 'Plan the rest from today' }).click();
  expect((await dates(page)).slice(0, 2)).toEqual(['2026-11-30', '2026-12-01']);
  await expect(page.locator('.study-plan-days li').first()).toContainText('Performance and type hints');
  await expect(page.getByRole('button', { name: 'Plan the rest from today' })).toBeHidden();

  await page.goto('roadmaps/two-levels/');
  await page.locator('study-plan summary').click();
  await expect(page.getByText('Your plan follows another roadmap.')).toBeVisible();
  await page.goto('es/roadmaps/sprint/');
  await page.locator('study-plan summary').click();
  await page.getByRole('button', { name: 'Dejar el plan' }).click();
  await expect(page.getByText('Lo que marcaste se queda.')).toBeVisible();
  await expect(page.locator('.study-map-wide .study-map-station').first()).toContainText('✓ 5/5');
});

test('the calendar file has an event for each study day, as another program reads it', async ({ page }) => {
  await openSprint(page, 'es/roadmaps/sprint/');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Archivo de calendario' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('sprint.ics');
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(await file.path(), 'utf8')));
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const days = await dates(page);
  expect(events.map(({ startDate }) => startDate.toString())).toEqual(days);
  expect(
    events.every(
      ({ startDate, endDate }) => startDate.isDate && endDate.subtractDate(startDate).toSeconds() === 86_400,
    ),
  ).toBe(true);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(days.length);
  expect(events[0]?.summary).toBe('Python por dentro (1/2)');
  expect(events[0]?.component.getFirstPropertyValue('url')).toMatch(/\/es\/roadmaps\/sprint\/#stage-day-1$/);
});

test('the map leads to its stages by keyboard', async ({ page }) => {
  await page.goto('roadmaps/sprint/');
  const station = page.locator('.study-map-wide .study-map-station').nth(4);
  await station.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#stage-day-5$/);
  await expect(page.getByRole('heading', { name: 'Day 5: FastAPI' })).toBeInViewport();
});

test('on paper a roadmap is white, has its map, boxes and the days of the plan, and nothing to click', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('roadmaps/sprint/');
  await page.locator('study-plan summary').click();
  await page.getByRole('button', { name: 'Make this my plan' }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const days = page.locator('.study-plan-days');
  await expect(days).toBeHidden();

  // What a browser does around printing.
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(days).toBeVisible();
  await expect(page.locator('.study-map-wide')).toBeVisible();
  await expect(page.locator('.study-item').getByRole('checkbox').first()).toBeVisible();
  for (const hidden of ['.page > header', 'nav.sidebar', 'study-plan form', '.study-plan-view', '.study-item-menu']) {
    await expect(page.locator(hidden).first()).toBeHidden();
  }

  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(days).toBeHidden();
});
