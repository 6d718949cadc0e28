/** What a reader finds where there is nothing yet, or nothing any more: what will be there, and one way on. */
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';

test('the progress page says of each of its parts what will be there, with a way to it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('progress/');
  const empty = page.locator('.study-empty:visible');
  await expect(empty).toHaveCount(3);
  await expect(empty.nth(0)).toContainText('The clock at the end of each note counts the minutes');
  await expect(empty.nth(1)).toContainText('opens places to write beside it');
  await expect(empty.nth(2)).toContainText('What you record in a mock interview is listed here');
  for (const part of await empty.all()) await expect(part.getByRole('link')).toHaveCount(1);
  const held = page.locator('study-interviews[data-part="trend"]');
  await expect(held.getByText('None yet.')).toBeVisible();
  await expect(held.getByRole('link', { name: 'Mock interview 1' })).toBeVisible();
  await expect(page.locator('.study-standing-empty').getByRole('link', { name: 'Review' })).toBeVisible();
  await expect(page.getByText('Nothing is saved in this browser.')).toBeVisible();
  await expectAccessible(page, '.study-empty');

  await empty.nth(0).getByRole('link').click();
  await expect(page.locator('study-phases')).toBeAttached();
});

test('who has written beside a note is not told that there is nothing', async ({ page }) => {
  await page.goto('python-internals/gil/');
  await page.getByRole('button', { name: 'Your notes', exact: true }).click();
  await page.getByLabel('Your note on “The GIL and free threading”').fill('Ask Ana.');
  await expect(page.getByText('Saved in this browser.')).toBeVisible();
  await page.goto('progress/');
  await expect(page.locator('study-margins')).toContainText('Ask Ana.');
  await expect(page.getByText('opens places to write beside it')).toBeHidden();
});

test('filters that match nothing say so, and can be cleared', async ({ page }) => {
  await page.goto('exercises/?state=solved');
  const none = page.getByText('Nothing here matches all of these filters.');
  await expect(none).toBeVisible();
  await expectAccessible(page, '.study-filtered');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(none).toBeHidden();
  await page.goto('es/resources/?kind=video&cost=paid&language=es');
  await expect(page.getByText('Nada aquí cumple todos estos filtros.')).toBeVisible();
});

test('a day without cards leads on, and so does the end of a session', async ({ page }) => {
  await page.goto('review/');
  await expect(page.locator('study-review')).toHaveAttribute('data-ready');
  await expect(page.locator('[data-part="meanwhile"]')).toBeHidden();
  await page.getByLabel('New cards a day').fill('0');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-part="sum"]')).toHaveText('Nothing is due.');
  await expect(page.locator('[data-part="meanwhile"]').getByRole('link')).toBeVisible();

  await page.getByLabel('New cards a day').fill('1');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.locator('[data-view="end"]').getByRole('link', { name: 'Back to Today' }).click();
  await expect(page).toHaveURL(/\/some\/base\/$/);
});

test('the address of an interview that this browser does not have says where it is', async ({ page }) => {
  await page.goto('interviews/?session=elsewhere');
  await expect(
    page.getByRole('alert').filter({ hasText: 'This browser has no interview of that address.' }),
  ).toBeVisible();
  await expect(page.locator('[data-part="history"]').getByRole('link', { name: 'Mock interview 1' })).toBeVisible();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  for (const [path, text] of [
    ['progress/', 'What you did is counted by JavaScript'],
    ['exercises/lru-cache/', 'Running code and tests in the page needs JavaScript'],
    ['playground/', 'The playground needs JavaScript'],
    ['review/', 'Reviews need JavaScript'],
    ['offline/', 'Saving takes JavaScript'],
    ['interviews/mock-1/', 'An interview against the clock needs JavaScript'],
  ] as const) {
    test(`${path} says what it takes`, async ({ page }) => {
      await page.goto(path);
      // What stands in a noscript is found by no locator of texts.
      expect(await page.locator('main').innerText()).toContain(text);
    });
  }
});
