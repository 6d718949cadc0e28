/** Blocks that run where they stand: run, change, keep, reset, by pointer and by keyboard. */
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './warm.ts';

const NOTE = 'python-internals/generators-iterators/';
const PATIENCE = { timeout: 60_000 };

const block = (page: Page, index = 0): Locator => page.locator('study-run').nth(index);
const button = (at: Locator, name: string): Locator => at.locator(`[data-run=${name}]`);

async function runBlock(at: Locator): Promise<string> {
  await button(at, 'run').click();
  await expect(at).toHaveAttribute('data-ending', /./, PATIENCE);
  return (await at.locator('.study-run-output samp').textContent()) ?? '';
}

async function write(page: Page, at: Locator, code: string): Promise<void> {
  await at.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(code);
}

test('nothing of a runner or an editor is loaded before somebody runs or edits', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(NOTE, { waitUntil: 'networkidle' });
  await expect(button(block(page), 'run')).toBeVisible();
  expect(loaded.filter((url) => /vendor|worker|codemirror|run-block/.test(url))).toEqual([]);
});

test('every block of a note prints in the page what the page says', async ({ page }) => {
  test.slow();
  await page.goto(NOTE);
  const count = await page.locator('study-run').count();
  expect(count).toBeGreaterThan(5);
  for (let index = 0; index < count; index += 1) {
    const recorded = block(page, index).locator(
      'xpath=following-sibling::*[1][contains(@class, "study-output")]//samp',
    );
    const expected = (await recorded.count()) > 0 ? await recorded.textContent() : '';
    const printed = await runBlock(block(page, index));
    const ending = await block(page, index).getAttribute('data-ending');
    // Of an exception the page shows the last lines, the run all of it.
    if (ending === 'done') expect(printed.trimEnd()).toBe(expected?.trimEnd());
    else expect(printed).toContain(expected?.trimEnd().split('\n').at(-1) ?? '');
    await expect(recorded).toBeHidden();
  }
});

test('an edit is run, kept over a reload, reset and taken back', async ({ page }) => {
  await page.goto(NOTE);
  const source = await block(page).locator('.expressive-code').textContent();
  await button(block(page), 'edit').click();
  await write(page, block(page), 'print(6 * 7)');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(block(page)).toHaveAttribute('data-ending', 'done', PATIENCE);
  await expect(block(page).locator('.study-run-output samp')).toHaveText('42\n');

  await page.reload();
  await expect(button(block(page), 'edit')).toHaveText('Your version');
  expect(await block(page).locator('.expressive-code').textContent()).toBe(source);
  await button(block(page), 'edit').click();
  await expect(block(page).locator('.cm-content')).toHaveText('print(6 * 7)');

  await button(block(page), 'reset').click();
  await expect(block(page).locator('.cm-content')).toContainText('class Query');
  await button(block(page), 'undo').click();
  await expect(block(page).locator('.cm-content')).toHaveText('print(6 * 7)');
  await button(block(page), 'reset').click();
  await button(block(page), 'close').click();
  await expect(button(block(page), 'edit')).toHaveText('Edit');
  await expect(button(block(page), 'edit')).toBeFocused();
  await page.reload();
  await expect(button(block(page), 'edit')).toHaveText('Edit');
});

test('an exception is shown with its line marked, in the block and in the editor', async ({ page }) => {
  await page.goto(NOTE);
  await button(block(page), 'edit').click();
  await write(page, block(page), 'a = 1\nb = a / 0\n');
  expect(await runBlock(block(page))).toBe(
    'Traceback (most recent call last):\n  File "main.py", line 2, in <module>\n    b = a / 0\n        ~~^~~\nZeroDivisionError: division by zero',
  );
  await expect(block(page).locator('.study-editor-error')).toHaveText('b = a / 0');
  await expect(block(page).locator('.study-editor-raised')).toHaveText('a / 0');
  await expect(block(page).getByRole('status')).toHaveText('Ended with an exception at line 2');
});

test('by keyboard alone: run, edit, leave the editor with Tab, close it', async ({ page }) => {
  await page.goto(NOTE);
  await button(block(page), 'run').focus();
  await page.keyboard.press('Enter');
  await expect(block(page)).toHaveAttribute('data-ending', 'done', PATIENCE);
  await expect(button(block(page), 'run')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(block(page), 'edit')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(block(page).locator('.cm-content')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(block(page), 'run')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(block(page), 'close')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(block(page), 'edit')).toBeFocused();
});

test('a block of a group runs after the ones before it, as they stand now', async ({ page }) => {
  await page.goto('authoring/components/');
  const group = await page.locator('study-run[data-group][data-lang=python]').first().getAttribute('data-group');
  const blocks = page.locator(`study-run[data-group="${group}"][data-lang=python]`);
  await button(blocks.first(), 'edit').click();
  await write(page, blocks.first(), 'answer = 40\nprint("not shown")');
  await button(blocks.last(), 'edit').click();
  await write(page, blocks.last(), 'print(answer + 2)');
  expect(await runBlock(blocks.last())).toBe('42\n');
});

test('the editor is a text area where CodeMirror cannot be loaded', async ({ page }) => {
  await page.route('**/codemirror.*.js', (route) => route.abort());
  await page.goto(NOTE);
  await button(block(page), 'edit').click();
  await block(page).getByRole('textbox').fill('print("plain")');
  expect(await runBlock(block(page))).toBe('plain\n');
});

test('without JavaScript the block and its recorded output are there, and no dead button', async ({
  browser,
  baseURL,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) })).newPage();
  await page.goto(NOTE);
  await expect(block(page).locator('.expressive-code')).toBeVisible();
  await expect(page.locator('.study-output').first()).toBeVisible();
  await expect(page.locator('.study-run-bar')).toHaveCount(0);
  await page.context().close();
});

test('a run and an editor have no accessibility problems, light and dark', async ({ page }) => {
  await page.goto(NOTE);
  await runBlock(block(page));
  await button(block(page, 1), 'edit').click();
  await expect(block(page, 1).locator('.cm-content')).toBeVisible();
  await expectAccessible(page, 'study-run');
});
