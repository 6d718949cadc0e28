/** Comfort of what opens on a phone; that of one page of each kind is asserted by `access.spec.ts`. */
import { expect, test } from '@playwright/test';
import { expectComfort } from './comfort.ts';
import { TEMPLATES } from './templates.ts';

test.use({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' });

test('search, the menu of the site and the menu of a state are no smaller, and move no more', async ({ page }) => {
  await page.goto(TEMPLATES.note);
  await page
    .getByRole('button', { name: /^State of/ })
    .first()
    .click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectComfort(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Menu' }).click();
  await expectComfort(page);
  await page.goto('?q=lock');
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await expectComfort(page);
});

test('a picture in steps stands still, and its words change at once', async ({ page }) => {
  await page.goto(TEMPLATES.note);
  const picture = page.locator('study-picture').first();
  await picture.getByRole('button', { name: 'Next' }).click();
  await expect(picture.getByRole('status')).toContainText('Step 2');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await picture.getByRole('button', { name: 'Next' }).click();
  // Where motion is welcome the same picture fades: the check above could fail.
  expect(await page.evaluate(() => document.getAnimations().length)).toBeGreaterThan(0);
});
