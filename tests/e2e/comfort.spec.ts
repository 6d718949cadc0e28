/**
 * On one page of each kind: fingers hit what they mean (WCAG 2.5.8), nothing moves for who asks for less motion, and what
 * speaks to a screen reader is there before it does.
 */
import { expect, type Page, test } from '@playwright/test';
import { startAxe } from './accessible.ts';
import { MISSING, TEMPLATES } from './templates.ts';

test.use({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' });

for (const [name, path] of [...Object.entries(TEMPLATES), ['missing', MISSING] as const]) {
  test(`${name}: each target has its 24 pixels, nothing moves, and what will speak is there`, async ({ page }) => {
    await page.goto(path);
    const progress = page.locator('main study-progress').first();
    if ((await progress.count()) > 0) await expect(progress).toHaveAttribute('data-ready');
    await page.locator('main details').evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
    await expectComfort(page);
    expect(await listMute(page)).toEqual([]);
  });
}

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

async function expectComfort(page: Page): Promise<void> {
  const { violations } = await startAxe(page).withRules(['target-size']).analyze();
  expect(violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' ')))).toEqual([]);
  expect(await listMoving(page)).toEqual([]);
}

/** What would move for longer than a millisecond: a change of place or size. Colors and what fades may take their time. */
function listMoving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const MOVES =
      /^(all|transform|translate|scale|rotate|inset|top|left|right|bottom|width|height|(inline|block)-size|margin|grid)/;
    const seconds = (text: string) => Math.max(...text.split(',').map(Number.parseFloat));
    const moving: string[] = [];
    if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth') moving.push('scrolls smoothly');
    for (const element of document.querySelectorAll('*')) {
      for (const part of [null, '::before', '::after']) {
        const { transitionProperty, transitionDuration, animationName, animationDuration } = getComputedStyle(
          element,
          part,
        );
        const isSliding = transitionProperty.split(', ').some((property) => MOVES.test(property));
        const isMoving =
          (isSliding && seconds(transitionDuration) > 0.001) ||
          (animationName !== 'none' && seconds(animationDuration) > 0.001);
        if (isMoving) moving.push(`${element.tagName}.${element.getAttribute('class')}${part ?? ''}`);
      }
    }
    return [...new Set(moving)];
  });
}

/** Regions that are not in the page's tree, though the part that they belong to is: their first words would not be heard. */
function listMute(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[role=status]')]
      .filter((region) => region.parentElement?.checkVisibility() && !region.closest('dialog:not([open])'))
      .filter((region) => getComputedStyle(region).display === 'none')
      .map((region) => region.outerHTML.slice(0, 120)),
  );
}
