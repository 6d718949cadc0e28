/** Tips of buttons: what an icon is called, what a button does, and its keys, by pointer and keyboard alike (WCAG 1.4.13). */
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';

const NOTE = 'python-internals/gil/';
const tip = (page: Page) => page.locator('#study-tip');

test('a tip comes with the focus, goes with Escape, and stays under the pointer', async ({ page }) => {
  await page.goto(NOTE);
  const menu = page.locator('.study-item-menu').first();
  await page.locator('.study-item').getByRole('checkbox').first().focus();
  await page.keyboard.press('Tab');
  await expect(menu).toBeFocused();
  await expect(tip(page)).toHaveText('Choose a state');
  await expect(menu).toHaveAccessibleName(/^State of “/);
  await expect(menu).toHaveAccessibleDescription('Choose a state');
  await expectAccessible(page, '#study-tip');
  await page.keyboard.press('Escape');
  await expect(tip(page)).toBeHidden();

  const focus = page.getByRole('button', { name: 'Focus', exact: true });
  await focus.hover();
  await expect(tip(page)).toContainText('Alt+Shift+F');
  await tip(page).hover();
  await expect(tip(page)).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(tip(page)).toBeHidden();
});

test('where search and what is saved are icons, their names and keys are shown', async ({ page }) => {
  await page.goto(NOTE);
  await page.setViewportSize({ width: 640, height: 700 });
  await page.locator('.study-search-open').hover();
  await expect(tip(page)).toHaveText('Search · Ctrl+K, /');
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.locator('.header .study-offline-link').hover();
  await expect(tip(page)).toHaveText('Save for offline');
});

for (const path of [
  '',
  NOTE,
  'progress/',
  'review/',
  'exercises/lru-cache/',
  'interviews/',
  'roadmaps/sprint/',
  'playground/',
]) {
  test(`every button of /${path} has a name, and an icon a tip`, async ({ page }) => {
    await page.goto(path);
    const buttons = await page.locator('button:visible, summary:visible').evaluateAll((all) =>
      all.map((button) => ({
        html: button.outerHTML.slice(0, 120),
        text: button.textContent.trim(),
        name:
          button.getAttribute('aria-label') ?? button.getAttribute('title') ?? button.getAttribute('data-tip') ?? '',
        labelled: button.hasAttribute('aria-labelledby'),
      })),
    );
    expect(buttons.filter(({ text, name, labelled }) => text.length < 2 && name === '' && !labelled)).toEqual([]);
  });
}
