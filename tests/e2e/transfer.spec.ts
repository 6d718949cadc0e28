/** A reader's study on its way to another device by a code, and in a file that is kept up to date. */
import { gunzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import decode from 'qr/decode.js';

const NOTE = 'python-internals/gil/';
const boxes = (page: Page) => page.locator('.study-item').getByRole('checkbox');
const stored = (page: Page) => page.evaluate(() => localStorage.getItem('pskb:study') ?? '');

/** The link in the code that is shown, read off the screen. */
async function scan(page: Page): Promise<string> {
  await page.goto('progress/');
  await page.getByRole('button', { name: 'Show a code' }).click();
  const code = page.getByRole('img', { name: 'QR code that opens your progress page' });
  await expect(code).toBeVisible();
  const picture = (await code.screenshot()).toString('base64');
  const pixels = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const data = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    return { width: image.width, height: image.height, data: [...data] };
  }, picture);
  return decode({ ...pixels, data: new Uint8Array(pixels.data) });
}

test('another device scans the code, sees what it brings, and has it once it says so', async ({ page, browser }) => {
  await page.goto(NOTE);
  await boxes(page).nth(0).check();
  await boxes(page).nth(1).check();
  await page.goto('roadmaps/sprint/');
  await page.locator('study-plan summary').click();
  await page.getByRole('button', { name: 'Make this my plan' }).click();
  const href = await scan(page);
  await expect(page.getByText('The code and the link hold everything.')).toBeVisible();

  const other = await browser.newContext();
  const there = await other.newPage();
  await there.goto(href);
  await expect(there.getByText('2 new: Done')).toBeVisible();
  await expect(there.getByText('Your plan', { exact: true })).toBeVisible();
  await expect(there).toHaveURL(/\/some\/base\/progress\/$/);
  expect(await stored(there)).toBe('');
  await expect(there.getByRole('button', { name: 'Merge it' })).toBeFocused();
  await there.keyboard.press('Enter');
  await expect(there.getByText('Merged into what was here.')).toBeVisible();
  expect(JSON.parse(await stored(there))).toEqual(JSON.parse(await stored(page)));
  await there.reload();
  await expect(there.locator('study-backup')).toHaveAttribute('data-ready');
  await expect(there.getByRole('button', { name: 'Merge it' })).toBeHidden();
  await other.close();
});

test('a link that was cut off changes nothing and says so', async ({ page }) => {
  await page.goto(NOTE);
  await boxes(page).first().check();
  await page.goto('progress/');
  await page.getByRole('button', { name: 'Show a code' }).click();
  // The field is there before the study is packed.
  await expect(page.getByLabel('The link')).toHaveValue(/#study=/);
  const href = await page.getByLabel('The link').inputValue();
  const before = await stored(page);
  await page.goto('about:blank');
  await page.goto(href.slice(0, -9));
  await expect(page.getByText('This link is damaged or was cut off, so nothing was changed.')).toBeVisible();
  expect(await stored(page)).toBe(before);
});

test('the link can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('progress/');
  await page.getByRole('button', { name: 'Show a code' }).click();
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect(page.getByText('Copied. Open it on the other device.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await page.getByLabel('The link').inputValue());
});

test('what is too much for a code is said to be, and the link still has it', async ({ page }) => {
  await page.goto('progress/');
  const ticks = Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [
      `area/note-${index}#item-${index}`,
      { state: 'done', at: index * 7919 },
    ]),
  );
  await page.evaluate((study) => localStorage.setItem('pskb:study', study), JSON.stringify({ version: 1, ticks }));
  await page.reload();
  await page.getByRole('button', { name: 'Show a code' }).click();
  await expect(page.getByText('This is too much for a code.')).toBeVisible();
  await expect(page.locator('.study-code')).toBeHidden();
  await expect(page.getByLabel('The link')).toHaveValue(/#study=/);
});

/** A picker that gives a real file of the browser's own, so that no dialog of the system is needed. */
async function offerFile(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const pick = async () => (await navigator.storage.getDirectory()).getFileHandle('study.json.gz', { create: true });
    Object.assign(window, { showSaveFilePicker: pick });
  });
}

async function ticksInFile(page: Page): Promise<string[]> {
  const bytes = await page.evaluate(async () => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('study.json.gz');
    return [...new Uint8Array(await (await handle.getFile()).arrayBuffer())];
  });
  const { document } = JSON.parse(gunzipSync(new Uint8Array(bytes)).toString());
  return Object.keys(document.ticks);
}

test('a file that was chosen is kept up to date from every page, until the reader stops it', async ({ page }) => {
  await offerFile(page);
  await page.goto('progress/');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByText(/study\.json\.gz is up to date: saved/)).toBeVisible();
  expect(await ticksInFile(page)).toEqual([]);

  await page.goto(NOTE);
  await boxes(page).first().check();
  await expect.poll(() => ticksInFile(page)).toHaveLength(1);

  await boxes(page).nth(1).check();
  await page.goto('progress/');
  await expect.poll(() => ticksInFile(page)).toHaveLength(2);
  await page.getByRole('button', { name: 'Stop saving to it' }).click();
  await page.goto(NOTE);
  await boxes(page).nth(2).check();
  await page.goto('progress/');
  await expect(page.locator('study-auto-save')).toHaveAttribute('data-state', 'off');
  expect(await ticksInFile(page)).toHaveLength(2);
});

test('what is ticked before the script that saves is there is saved when it comes', async ({ page }) => {
  await offerFile(page);
  await page.goto('progress/');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByText(/study\.json\.gz is up to date: saved/)).toBeVisible();

  let release = () => {};
  const ticked = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/page-auto-save.*.js', async (route) => {
    await ticked;
    await route.continue();
  });
  await page.goto(NOTE);
  await boxes(page).first().check();
  release();
  await expect.poll(() => ticksInFile(page)).toHaveLength(1);
});

test('a file that needs permission again says so and has a button for it', async ({ page }) => {
  await offerFile(page);
  await page.addInitScript(() => {
    let permission = 'prompt';
    Object.assign(FileSystemFileHandle.prototype, {
      queryPermission: async () => permission,
      requestPermission: async () => {
        permission = 'granted';
        return permission;
      },
    });
  });
  await page.goto('progress/');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  // The file is remembered before it is said.
  await expect(page.locator('study-auto-save')).not.toHaveAttribute('data-state', 'off');
  await page.reload();
  await expect(page.getByText('the browser wants you to allow it again')).toBeVisible();
  await page.getByRole('button', { name: 'Allow it again' }).click();
  await expect(page.getByText(/study\.json\.gz is up to date: saved/)).toBeVisible();
});

test('no file is offered where the browser cannot write to one', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.goto('progress/');
  await expect(page.locator('study-backup')).toHaveAttribute('data-ready');
  await expect(page.getByText('Keep a file up to date')).toBeHidden();
});
