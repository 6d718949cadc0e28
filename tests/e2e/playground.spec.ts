import { openPlayground, pressRun, runCode, showCode } from './playground.ts';
import { expect, test } from './warm.ts';

test('code of a link is shown and not run until the reader presses Run, and their own code is kept', async ({
  page,
}) => {
  await openPlayground(page);
  const editor = page.locator('study-playground .cm-content');
  await editor.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('mine = 1');
  await showCode(page, 'print("from a link")');
  await expect(editor).toHaveText('print("from a link")');
  await expect(page.getByText('nothing runs by itself')).toBeVisible();
  await expect(page.locator('.study-run-output')).toHaveCount(0);
  await pressRun(page);
  await expect(page.locator('.study-run-output samp')).toHaveText('from a link\n', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Back to my code' }).click();
  await expect(editor).toHaveText('mine = 1');
  expect(new URL(page.url()).hash).toBe('');
});

test('a shared link brings the code to another reader', async ({ page, context, browser }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPlayground(page);
  await page.locator('select[name=language]').selectOption('sqlite');
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('SELECT 1 AS "é";');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('The link is in the clipboard')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(other.locator('.cm-content')).toHaveText('SELECT 1 AS "é";');
  await expect(other.locator('select[name=language]')).toHaveValue('sqlite');
  await other.context().close();
});

test('a damaged link says so and leaves a working page', async ({ page }) => {
  await page.goto('playground/#python/broken%%');
  await expect(page.getByText('The link is damaged')).toBeVisible();
  expect((await runCode(page, 'print(1)')).printed).toBe('1\n');
});

test('input() reads the lines that the reader wrote', async ({ page }) => {
  await openPlayground(page);
  await showCode(page, 'print(input("? "), input())');
  await page.getByText('Lines for input()').click();
  await page.getByRole('textbox', { name: 'Lines for input()' }).fill('a\nb');
  await pressRun(page);
  await expect(page.locator('.study-run-output samp')).toHaveText('? a\nb\na b\n', { timeout: 60_000 });
});
