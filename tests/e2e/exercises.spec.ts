/** Exercises: found in the catalog, solved in the page with tests, hints and the solution, and kept. */
import { readFileSync } from 'node:fs';
import { type Page, test as withOptions } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './warm.ts';

const EXERCISE = 'exercises/lru-cache/';
const codeOf = (name: string) => readFileSync(`content/exercises/lru-cache/${name}`, 'utf8');
const checks = (page: Page) => page.locator('.study-checks li');
const said = (page: Page) => page.locator('.study-work-said');
const editor = (page: Page) => page.getByRole('textbox', { name: 'Code, editable. Tab leaves the editor.' });

/** Python is loaded by the first run, which takes its time on a busy machine. */
const RUN = { timeout: 60_000 };

async function openEditor(page: Page): Promise<void> {
  await page.locator('.study-work-actions').scrollIntoViewIfNeeded();
  await expect(editor(page)).toBeVisible();
}

/** As if pasted: typing would be indented by the editor. */
async function write(page: Page, code: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('Control+a');
  await editor(page).evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, code);
}

test('an exercise is solved by the keyboard alone, and stays so', async ({ page }) => {
  test.slow();
  await page.goto(EXERCISE);
  await openEditor(page);
  await page.getByRole('button', { name: 'Run the tests' }).focus();
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText('4 of 12 tests pass.', RUN);
  await expect(page.getByRole('button', { name: 'Run the tests' })).toBeFocused();
  const failed = checks(page).filter({ hasText: 'failed' });
  await expect(failed).toHaveCount(8);
  await expect(failed.first()).toContainText('Expected');
  await expect(failed.first().getByRole('link', { name: 'Task 1' })).toHaveAttribute('href', '#1-store-and-find');

  await write(page, codeOf('solution.py'));
  await page.keyboard.press('Control+Enter');
  await expect(said(page)).toHaveText('All 12 tests pass.', RUN);
  await expect(page.locator('.study-facts')).toContainText('Solved');
  // Solved is solved: the solution asks no question any more.
  await page.locator('.study-solution > summary').click();
  await expect(page.locator('.study-solution-comparison')).toContainText('are the same');

  await page.reload();
  await openEditor(page);
  await expect(editor(page)).toContainText('class Link');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(editor(page)).not.toContainText('class Link');
  await page.getByRole('button', { name: 'Undo reset' }).click();
  await expect(editor(page)).toContainText('class Link');

  await page.goto('exercises/?state=solved');
  await expect(page.locator('.study-card:visible')).toHaveText(/An LRU cache/);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).not.toHaveURL(/state/);
  await expect(page.locator('.study-card:visible').nth(1)).toBeVisible();
});

test('code that cannot be imported says where, and no test is run', async ({ page }) => {
  test.slow();
  await page.goto(EXERCISE);
  await openEditor(page);
  await write(page, 'x = 1\ndef broken(:\n');
  await page.keyboard.press('Control+Enter');
  await expect(said(page)).toContainText('line 2', RUN);
  await expect(said(page)).toContainText('No test was run');
  await expect(page.locator('.study-run-output')).toContainText('SyntaxError');
  await expect(checks(page).filter({ hasText: 'failed' })).toHaveCount(0);
});

test('hints open one after the other, and the solution is asked for twice', async ({ page }) => {
  await page.goto(EXERCISE);
  await openEditor(page);
  const hints = page.locator('#hints-2');
  await hints.locator('> summary').click();
  await expect(hints.locator('.study-hint:visible')).toHaveCount(1);
  await hints.getByText('Hint 1 of 4').click();
  await expect(hints.locator('.study-hint:visible')).toHaveCount(2);

  await page.locator('.study-solution > summary').click();
  await expect(page.locator('.study-solution')).toContainText('Hints that you opened: 1 of 13.');
  await expect(page.locator('.study-solution-content')).toBeHidden();
  await page.getByRole('button', { name: 'Compare with the solution' }).click();
  await expect(page.locator('.study-diff [data-side=solution]').first()).toBeVisible();
  await expect(page.locator('.study-solution-content')).toContainText('In production, write none of this');
  await expect(editor(page)).not.toContainText('class Link');

  await page.reload();
  await expect(page.locator('.study-facts')).toContainText('Started');
  await page.locator('#hints-2 > summary').click();
  await expect(hints.locator('.study-hint:visible')).toHaveCount(2);
});

test('an exercise is a folder to download, with or without the reader’s code', async ({ page, request }) => {
  await page.goto(EXERCISE);
  const link = page.getByRole('link', { name: 'Download as a folder' });
  const response = await request.get((await link.getAttribute('href')) ?? '');
  expect(response.status()).toBe(200);
  expect((await response.body()).subarray(0, 2).toString()).toBe('PK');
  await openEditor(page);
  await write(page, 'mine = True\n');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download with my code' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('lru-cache.zip');
});

test('a note names its exercises, and an exercise the notes that teach it', async ({ page }) => {
  await page.goto('python-internals/memory-management/');
  await page.getByRole('navigation', { name: 'Exercises' }).getByRole('link', { name: 'An LRU cache' }).click();
  await expect(page).toHaveURL(/exercises\/lru-cache\/$/);
  const taught = page.getByRole('navigation', { name: 'Taught in' }).getByRole('link').first();
  await expect(taught).toHaveAttribute('href', /python-internals\/memory-management\/#what-an-object-costs$/);
});

test('an exercise for one’s own machine is downloaded there, and solved by one’s word, which can be taken back', async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('exercises/?runs=cpython');
  await page.locator('.study-card:visible').getByRole('link', { name: 'A scraper for a site that misbehaves' }).click();
  const link = page.getByRole('link', { name: 'Download the folder (zip)' });
  const response = await request.get((await link.getAttribute('href')) ?? '');
  expect((await response.body()).subarray(0, 2).toString()).toBe('PK');
  await expect(page.getByRole('button', { name: 'Run the tests' })).toHaveCount(0);
  await page.getByText('Given: misbehaving_site.py').click();
  await expect(page.getByText('A small web site that misbehaves on purpose')).toBeVisible();
  await expect(checks(page)).toHaveCount(17);
  await expectAccessible(page, 'main');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  const claim = page.getByRole('button', { name: 'I solved it: all tests passed on my machine' });
  const withdraw = page.getByRole('button', { name: 'Take it back' });
  await expect(withdraw).toBeHidden();
  await claim.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'by your own word' })).toBeVisible();
  await expect(withdraw).toBeFocused();
  await expect(page.locator('.study-facts')).toContainText('Solved, by your own word');
  await page.locator('.study-solution > summary').click();
  await expect(page.locator('.study-solution-content')).toContainText('class Crawler');

  await page.goto('exercises/?state=solved');
  await expect(page.locator('.study-card:visible')).toHaveText(/Solved, by your own word/);
  await page.goBack();
  await withdraw.focus();
  await page.keyboard.press('Enter');
  await expect(claim).toBeFocused();
  await expect(page.locator('.study-facts')).toContainText('Started');
});

withOptions.describe('without JavaScript', () => {
  withOptions.use({ javaScriptEnabled: false });

  withOptions('the code, the tests, the hints and the solution are there', async ({ page }) => {
    await page.goto('exercises/');
    await expect(page.locator('.study-filters')).toBeHidden();
    await page.getByRole('main').getByRole('link', { name: 'An LRU cache in constant time' }).click();
    await expect(page.locator('.study-work-bar')).toBeHidden();
    await expect(page.locator('.study-work-starter')).toContainText('class LRUCache');
    await page.locator('#hints-1 > summary').click();
    await page.locator('#hints-1').getByText('Hint 2 of 3').click();
    await expect(page.locator('#hints-1')).toContainText('Once the dict holds nodes');
    await page.locator('.study-solution > summary').click();
    await expect(page.locator('.study-solution')).toContainText('class Link');
  });
});
