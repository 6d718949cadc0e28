/** What makes a note comfortable to read: where it stands among others, and how it is shown. */
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { sumShifts, watchShifts } from './shifts.ts';

const NOTE = 'python-internals/gil/';

async function keepStudy(page: Page, study: object): Promise<void> {
  await page.addInitScript(
    (text) => {
      if (localStorage.getItem('pskb:study') === null) localStorage.setItem('pskb:study', text);
    },
    JSON.stringify({ version: 1, ticks: {}, ...study }),
  );
}

test('a note shows what it requires, what cites it, and what its links lead to', async ({ page }) => {
  const tick = { state: 'doing', at: 1 };
  await page.goto('python-internals/memory-management/');
  const item = await page.locator('[data-item]').first().getAttribute('data-item');
  await keepStudy(page, { ticks: { [`python-internals/memory-management#${item}`]: tick } });
  await page.evaluate(() => localStorage.clear());
  await page.goto(NOTE);
  const required = page.locator('.study-required');
  await expect(required.getByRole('link', { name: /^Memory management.* started$/ })).toBeVisible();
  const cited = page.locator('.study-cited');
  await cited.locator('summary').click();
  await expect(cited.locator('li mark').first()).toBeVisible();

  const preview = page.getByRole('tooltip');
  const link = page.locator('.study-note a[href$="/memory-management/"]').first();
  await link.hover();
  await expect(preview).toContainText(/Memory management.*started/);
  await expect(link).toHaveAccessibleDescription(/Memory management/);
  await expectAccessible(page, '.study-preview', '.study-required', '.study-cited');
  // It stays under the pointer, and goes with Escape.
  await preview.hover();
  await expect(preview).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();

  // The keyboard reaches it too: from the link before.
  await link.evaluate((element) => element.focus());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(link).toBeFocused();
  await expect(preview).toBeVisible();
});

test('text size, width and focus are as the reader left them, before anything is painted', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.goto(NOTE);
  await page.locator('.study-settings summary').click();
  await expect(page.getByRole('group', { name: 'Text size' }).getByLabel('Normal')).toBeChecked();
  const widthOfText = async () => (await page.locator('.study-note p').nth(3).boundingBox())?.width ?? 0;
  const before = await widthOfText();
  await page.getByLabel('Wide').check();
  expect(await widthOfText()).toBeGreaterThan(before);
  await page.getByLabel('Narrow').check();
  expect(await widthOfText()).toBeLessThan(before);
  await page.getByLabel('Larger').check();
  await expectAccessible(page, '.study-tools');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Larger')).toBeHidden();
  await page.keyboard.press('Alt+Shift+F');
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();

  await watchShifts(page);
  await page.goto('python-internals/memory-management/');
  await expect(page.locator('study-progress').first()).toHaveAttribute('data-ready');
  expect(await sumShifts(page)).toBeLessThan(0.001);
  await expect(page.locator('html')).toHaveCSS('font-size', '20px');
  await expect(page.getByRole('banner')).toBeHidden();
  // Search works all the same, and Escape does one thing at a time.
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
});

test('what was read is marked, and the roadmap of the plan leads on', async ({ page }) => {
  await page.clock.install();
  await keepStudy(page, {
    plan: { roadmap: 'sprint', startDate: '2026-11-23', studyDays: [1], hoursPerDay: 2, at: 1 },
  });
  await page.goto(NOTE);
  const way = page.getByRole('navigation', { name: 'On your roadmap: Two-week senior sprint' });
  await expect(way.getByRole('link', { name: 'Next Memory management and garbage collection' })).toBeVisible();
  await expect(page.locator('.pagination-links')).toBeHidden();

  const contents = page.getByRole('navigation', { name: 'On this page' }).last();
  await page.mouse.wheel(0, 300);
  await expect(contents).toContainText('About 26 min left');
  for (const _step of [1, 2, 3, 4, 5, 6]) {
    await page.clock.runFor(60_000);
    await page.mouse.wheel(0, 600);
  }
  await page.clock.runFor(60_000);
  await expect(contents.locator('[data-read]').first()).toContainText('(read)');
  await expect(contents).toContainText(/About (?!26)\d+ min left/);
  await page.reload();
  await page.mouse.wheel(0, 100);
  await expect(contents.locator('[data-read]').first()).toContainText('(read)');
});

test('a note of the reader’s own stands beside its section, in every language, and in the list of all', async ({
  page,
}) => {
  await page.goto(NOTE);
  const notes = page.getByRole('button', { name: 'Your notes', exact: true });
  await notes.click();
  const whole = page.getByLabel('Your note on “The GIL and free threading”');
  await expect(whole).toBeFocused();
  const heading = page.locator('.study-note h2').first();
  const title = (await heading.textContent()) ?? '';
  const open = page.getByRole('button', { name: `Your note on “${title}”` });
  await open.click();
  await page.getByRole('textbox', { name: `Your note on “${title}”` }).fill('Ask *Ana* about this.');
  await expect(page.getByText('Saved in this browser.')).toBeVisible();
  await expectAccessible(page, '.study-margin', '.study-margin-open', '.study-tools');

  // The mark is there without being asked for, at the heading's translation too.
  await page.goto(`es/${NOTE}`);
  await page.locator('.study-note h2').first().locator('..').getByRole('button').click();
  await expect(page.getByRole('textbox', { name: /^Tu nota sobre/ })).toHaveValue('Ask *Ana* about this.');

  await page.goto('progress/');
  const list = page.locator('study-margins');
  await expect(list.getByRole('link', { name: `The GIL and free threading › ${title}` })).toHaveAttribute(
    'href',
    /python-internals\/gil\/#/,
  );
  await expectAccessible(page, 'study-margins');
  const download = page.waitForEvent('download');
  await list.getByRole('button', { name: 'Save as Markdown' }).click();
  const file = await (await download).createReadStream();
  expect(Buffer.concat(await Array.fromAsync(file)).toString()).toMatch(
    /^# Your notes\n\n## \[The GIL.+\n\n### .+\n\nAsk \*Ana\* about this\.\n$/s,
  );
});
