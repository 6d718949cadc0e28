/** The progress page in numbers: totals, the weekly target, what has changed, tables to take along. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { sumShifts, watchShifts } from './shifts.ts';

const NOTE = 'python-internals/gil/';
const boxes = (page: Page) => page.locator('.study-item').getByRole('checkbox');

async function studyFor(page: Page, minutes: string): Promise<void> {
  await page.goto(NOTE);
  await page.locator('study-phases summary').click();
  const read = page.getByRole('button', { name: 'Read', exact: true });
  await read.click();
  await page.clock.runFor(minutes);
  await read.click();
  await expect(read).toHaveAttribute('aria-pressed', 'false');
}

test('the week is shown against the target, which is the plan until the reader sets another', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-25T10:00:00') });
  await studyFor(page, '30:00');
  await page.goto('progress/');
  const sum = page.locator('[data-week="sum"]');
  await expect(sum).toHaveText('30 min');

  await page.goto('roadmaps/sprint/');
  await page.locator('study-plan summary').click();
  await page.getByRole('button', { name: 'Make this my plan' }).click();
  await page.goto('progress/');
  await expect(sum).toHaveText('30 min of 20 h');
  await expect(page.getByText('Your plan comes to 20 h a week.')).toBeVisible();

  await page.getByLabel('Hours that I want to study').fill('1.5');
  await page.keyboard.press('Enter');
  await expect(sum).toHaveText('30 min of 1 h 30 min');
  await page.goto('');
  await expect(page.locator('[data-today="week"]')).toContainText('This week: 30 min of 1 h 30 min');

  await page.goto('progress/');
  await page.getByRole('button', { name: 'Follow the plan' }).click();
  await expect(sum).toHaveText('30 min of 20 h');
  await page.getByLabel('Hours that I want to study').fill('0');
  await page.keyboard.press('Enter');
  await expect(sum).toHaveText('30 min');
  await page.goto('');
  await expect(page.locator('[data-today="week"]')).toBeHidden();
});

test('the first page moves nothing when it fills in the week', async ({ page }) => {
  await watchShifts(page);
  await page.addInitScript(() => {
    if (localStorage.getItem('pskb:study')) return;
    const settings = { weeklyMinutes: { value: 300, at: 1 } };
    localStorage.setItem('pskb:study', JSON.stringify({ version: 1, ticks: {}, settings }));
    localStorage.setItem('pskb:last-page', JSON.stringify({ href: '/some/base/', title: 'A note' }));
  });
  await page.goto('');
  await expect(page.locator('[data-today="week"]')).toContainText('This week: 0 min of 5 h');
  expect(await sumShifts(page)).toBeLessThan(0.001);
});

test('notes and abilities are counted of those that there are', async ({ page }) => {
  await page.goto(NOTE);
  const count = await boxes(page).count();
  for (const box of await boxes(page).all()) await box.check();
  await page.goto('progress/');
  const tiles = page.locator('.study-tiles li');
  const total = Number(
    /^0 of (\d+)/.exec((await tiles.nth(0).locator('study-studied').textContent())?.trim() ?? '')?.[1],
  );
  expect(total).toBeGreaterThan(0);
  await expect(tiles.nth(1)).toContainText(new RegExp(`${count} of \\d+ done`));

  await page.goto(NOTE);
  await page.locator('study-phases summary').click();
  await page.getByLabel('I have studied this note').check();
  await page.goto('pt-br/progress/');
  await expect(page.locator('study-studied').first()).toHaveText(`1 de ${total}`);
});

test('a note that says something else than when it was studied is listed with its parts, until it was seen', async ({
  page,
}) => {
  await page.goto(NOTE);
  for (const box of await boxes(page).all()) await box.check();
  await page.goto('progress/');
  await expect(page.locator('study-changes')).toBeHidden();

  // The second section said something else, and one is gone since.
  await page.evaluate(() => {
    const study = JSON.parse(localStorage.getItem('pskb:study') ?? '{}');
    const [revision] = Object.values(study.revisions).map((stamped) => Reflect.get(Object(stamped), 'value'));
    study.revisions['python-internals/gil'].value = `${revision.slice(0, 4)}0000${revision.slice(8)}ffff`;
    localStorage.setItem('pskb:study', JSON.stringify(study));
  });
  await page.reload();
  const changes = page.locator('study-changes li');
  await expect(changes).toHaveCount(1);
  await expect(changes).toContainText(/^The GIL and free threading: .+, parts gone: 1/);
  await expect(changes.getByRole('link')).toHaveCount(2);
  await page.getByRole('button', { name: 'I have seen what changed in: The GIL' }).click();
  await expect(page.locator('study-changes')).toBeHidden();
  await page.reload();
  await expect(page.locator('study-changes')).toBeHidden();
});

test('minutes and checklists can be taken along as tables', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-25T10:00:00') });
  await studyFor(page, '06:00');
  await boxes(page).first().check();
  await page.goto('progress/');
  const read = async (button: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const file = await download;
    return [file.suggestedFilename(), readFileSync(await file.path(), 'utf8')];
  };
  const [logName, log] = await read('Study log (.csv)');
  expect(logName).toBe('pskb-log-2026-11-25.csv');
  expect(log).toMatch(/,phase,python-internals\/gil,read,6/);
  const [ticksName, ticks] = await read('Checklists (.csv)');
  expect(ticksName).toBe('pskb-ticks-2026-11-25.csv');
  expect(ticks).toMatch(/python-internals\/gil#[\w-]+,done,2026-11-25/);
});

test('the page of somebody who has studied has nothing that axe objects to', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-25T10:00:00') });
  await studyFor(page, '40:00');
  await page.evaluate(() => {
    const plan = { roadmap: 'sprint', startDate: '2026-11-23', studyDays: [1, 3], hoursPerDay: 2, at: 1 };
    const ticks = { 'old/note#gone': { state: 'done', at: 1 } };
    const revisions = { 'python-internals/gil': { value: 'ffff', at: 1 } };
    localStorage.setItem('pskb:study', JSON.stringify({ version: 1, ticks, plan, revisions }));
  });
  await page.goto('progress/');
  await page.getByRole('button', { name: 'Show a code' }).click();
  await expect(page.locator('.study-code')).toBeVisible();
  for (const part of ['study-minutes', 'study-changes', 'study-orphans'])
    await expect(page.locator(part)).toBeVisible();
  await page.locator('main details').evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
  await expectAccessible(page);
});
