/** Without a pointer: where a button goes away with what it did, the focus goes to what is next, and never to nowhere. */
import { expect, type Page, test } from '@playwright/test';
import { TEMPLATES } from './templates.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('the first stop leads past header and sidebar', async ({ page }) => {
  await page.goto(TEMPLATES.note);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
});

test('reading settings, focus mode and notes of one’s own open and close where they were', async ({ page }) => {
  await page.goto(TEMPLATES.note);
  const settings = page.locator('.study-settings summary');
  await settings.press('Enter');
  const chosen = page.getByRole('group', { name: 'Text size' }).getByRole('radio', { name: 'Normal' });
  await expect(chosen).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(chosen).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Large', exact: true })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(settings).toBeFocused();

  const focus = button(page, 'Focus');
  await focus.press('Enter');
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(focus).toBeFocused();
  await expect(focus).toHaveAttribute('aria-pressed', 'true');
  await button(page, 'Leave focus').press('Enter');
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(focus).toBeFocused();

  await button(page, 'Your notes').press('Enter');
  await expect(page.getByRole('textbox', { name: /^Your note on “The GIL/ })).toBeFocused();
  await page.keyboard.type('Ask Ana.');
  await page.keyboard.press('Tab');
  await expect(button(page, 'Delete')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Undo')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /^Your note on “The GIL/ })).toBeFocused();
});

test('the search dialog holds the focus, and gives it back', async ({ page }) => {
  await page.goto(TEMPLATES.decks);
  const open = page.getByRole('button', { name: /^Search/ });
  await open.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Search the site' })).toBeFocused();
  for (let stop = 0; stop < 6; stop += 1) await page.keyboard.press('Tab');
  // The browser's own controls are between the last stop and the first.
  const place = () => page.evaluate(() => document.activeElement?.closest('dialog, body')?.tagName);
  expect(['DIALOG', 'BODY']).toContain(await place());
  expect(await page.evaluate(() => document.activeElement?.matches('.sidebar *, main *'))).toBe(false);
  await page.keyboard.press('Escape');
  await expect(open).toBeFocused();
});

test('a review is done by keys, its help closes to the card, and settings come after it', async ({ page }) => {
  await page.goto('review/?deck=python-internals/gil');
  await button(page, 'Start').press('Enter');
  const card = page.locator('[data-part="card"]');
  await expect(card).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('study-review')).toHaveAttribute('data-answered');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Again/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('study-review')).not.toHaveAttribute('data-answered');
  await expect(card).toBeFocused();
  await page.keyboard.press('u');
  await expect(page.locator('[data-part="note"]')).toHaveText('Undone.');
  await expect(card).toBeFocused();
});

test('what is filtered, planned and given up leaves the focus at what is next', async ({ page }) => {
  await page.goto('flashcards/?area=databases');
  await button(page, 'Clear filters').press('Enter');
  await expect(page.getByRole('combobox', { name: 'Area' })).toBeFocused();

  await page.clock.setFixedTime(new Date('2026-11-25T10:00:00'));
  await page.goto(TEMPLATES.roadmap);
  await page.locator('study-plan summary').press('Enter');
  await page.getByLabel('Day off').fill('2026-11-30');
  await button(page, 'Add').press('Enter');
  await expect(button(page, 'Add')).toBeFocused();
  await button(page, 'Remove the day off 2026-11-30').press('Enter');
  await expect(page.getByLabel('Day off')).toBeFocused();
  await button(page, 'Make this my plan').press('Enter');
  await page.clock.setFixedTime(new Date('2026-11-30T10:00:00'));
  await page.reload();
  await page.locator('study-plan summary').press('Enter');
  await button(page, 'Plan the rest from today').press('Enter');
  await expect(page.getByRole('region', { name: 'Your study days' })).toBeFocused();
  await button(page, 'Give up the plan').press('Enter');
  await expect(button(page, 'Make this my plan')).toBeFocused();
});

test('a backup is taken in, taken back, taken in again and refused by keys', async ({ page }) => {
  await page.goto(TEMPLATES.note);
  await page.locator('.study-item').first().getByRole('checkbox').check();
  await page.goto('progress/');
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Save a backup').press('Enter')]);
  const path = await file.path();
  await page.evaluate(() => localStorage.removeItem('pskb:study'));
  await page.reload();
  const choose = page.getByLabel('Take in a backup');
  await choose.setInputFiles(path);
  await expect(button(page, 'Merge it')).toBeFocused();
  await button(page, 'Leave it').press('Enter');
  await expect(choose).toBeFocused();
  await choose.setInputFiles(path);
  await expect(button(page, 'Merge it')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Take the import back')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Take it in again')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Take the import back')).toBeFocused();

  await page.getByLabel('Hours that I want to study').fill('3');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Hours that I want to study')).toBeFocused();
});

test('an interview goes on from step to step, and one that is given up leaves the way to begin', async ({ page }) => {
  await page.goto('interviews/mock-1/?seed=k7f3q9');
  await button(page, 'Start the interview').press('Enter');
  const question = page.locator('[data-part="question"]');
  await expect(question).toBeFocused();
  await button(page, 'Pause').press('Enter');
  await expect(page.locator('[data-part="paused"]')).toBeFocused();
  await button(page, 'Go on').press('Enter');
  await expect(question).toBeFocused();
  await button(page, 'Next').press('Enter');
  await expect(question).toBeFocused();
  // Another link, while this one is under way.
  await page.goto('interviews/mock-1/?seed=abcdef');
  await page.locator('[data-action="discard"]').press('Enter');
  await expect(button(page, 'Start the interview')).toBeFocused();
});
