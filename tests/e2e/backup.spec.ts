/** A reader's study goes into a file and comes back: after everything was cleared, and between two devices. */
import { readFileSync } from 'node:fs';
import { type Browser, type Download, expect, type Page, test } from '@playwright/test';

const NOTE = 'python-internals/gil/';
const boxes = (page: Page) => page.locator('.study-item').getByRole('checkbox');

type BackupFile = { name: string; mimeType: string; buffer: Buffer };

async function save(page: Page): Promise<BackupFile> {
  await page.goto('progress/');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  const file = await download;
  await expect(page.getByText(`Saved as ${file.suggestedFilename()}`)).toBeVisible();
  return read(file);
}

/** Its bytes: the file itself goes with the context that saved it. */
async function read(download: Download): Promise<BackupFile> {
  const buffer = readFileSync(await download.path());
  return { name: download.suggestedFilename(), mimeType: 'application/gzip', buffer };
}

async function choose(page: Page, file: BackupFile): Promise<void> {
  await page.goto('progress/');
  await expect(page.locator('study-backup')).toHaveAttribute('data-ready');
  await page.getByLabel('Take in a backup').setInputFiles(file);
}

/** As when a reader clears the data of the site: from a page without its scripts, so that nothing holds the database. */
async function clear(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await page.goto('about:blank');
  await client.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
}

const stored = (page: Page) => page.evaluate(() => localStorage.getItem('pskb:study') ?? '');

test('everything that was cleared comes back from a backup, and the import can be taken back', async ({ page }) => {
  await page.goto(NOTE);
  await boxes(page).first().check();
  await page.locator('study-phases summary').click();
  await page.getByLabel('I have studied this note').check();
  await page.getByRole('button', { name: 'Your notes', exact: true }).click();
  await page.getByLabel(/^Your note on “The GIL/).fill('Ask Ana.');
  await expect(page.getByText('Saved in this browser.')).toBeVisible();
  await page.goto('roadmaps/sprint/');
  await page.locator('study-plan summary').click();
  await page.getByRole('button', { name: 'Make this my plan' }).click();
  const before = JSON.parse(await stored(page));
  const file = await save(page);

  await clear(page);
  await page.goto('progress/');
  await expect(page.locator('study-studied').first()).toHaveText(/^0 of/);
  await choose(page, file);
  await expect(page.getByText('1 new: Done')).toBeVisible();
  await expect(page.getByText('Your plan')).toBeVisible();
  await expect(page.getByText('Entries of your study log: 1')).toBeVisible();
  await expect(page.getByText('Drafts and notes of yours: 1')).toBeVisible();
  await page.getByRole('button', { name: 'Merge it' }).click();
  await expect(page.getByText('Merged into what was here.')).toBeVisible();
  await expect(page.locator('study-margins')).toContainText('Ask Ana.');
  expect(JSON.parse(await stored(page))).toEqual(before);
  await expect(page.locator('study-studied').first()).toHaveText(/^1 of/);
  await page.goto(NOTE);
  await expect(boxes(page).first()).toBeChecked();
  await page.locator('study-phases summary').click();
  await expect(page.getByLabel('I have studied this note')).toBeChecked();

  await choose(page, file);
  await expect(page.getByText('Everything in this file is here already.')).toBeVisible();
});

test('an import can be taken back and taken in again', async ({ page, browser }) => {
  const file = await makeBackup(browser, 0);
  await choose(page, file);
  await page.getByRole('button', { name: 'Merge it' }).click();
  await page.getByRole('button', { name: 'Take the import back' }).click();
  await expect(page.getByText('The import is taken back.')).toBeVisible();
  expect(
    Object.values(JSON.parse(await stored(page)).ticks).filter((tick) => Reflect.get(Object(tick), 'state') === 'done'),
  ).toEqual([]);
  await page.getByRole('button', { name: 'Take it in again' }).click();
  await expect(page.getByText('Merged into what was here.')).toBeVisible();
  await page.goto(NOTE);
  await expect(boxes(page).first()).toBeChecked();
});

test('two devices that went different ways are equal after they exchanged files', async ({ page, browser }) => {
  const other = await browser.newContext();
  const there = await other.newPage();
  await page.goto(NOTE);
  await there.goto(new URL(NOTE, page.url().replace(NOTE, '')).href);
  await boxes(page).nth(0).check();
  await boxes(page).nth(1).check();
  await boxes(there).nth(1).check();
  await boxes(there).nth(2).check();
  await boxes(there).nth(1).uncheck();
  const site = page.url().replace(NOTE, '');
  const fromHere = await save(page);
  await there.goto(`${site}progress/`);
  await there.getByLabel('Take in a backup').setInputFiles(fromHere);
  await there.getByRole('button', { name: 'Merge it' }).click();
  await expect(there.getByText('Merged into what was here.')).toBeVisible();
  const download = there.waitForEvent('download');
  await there.getByRole('button', { name: 'Save a backup' }).click();
  await choose(page, await read(await download));
  await page.getByRole('button', { name: 'Merge it' }).click();
  await expect(page.getByText('Merged into what was here.')).toBeVisible();
  expect(JSON.parse(await stored(page))).toEqual(JSON.parse(await stored(there)));
  const states = Object.values(JSON.parse(await stored(page)).ticks).map((tick) => Reflect.get(Object(tick), 'state'));
  expect(states.sort()).toEqual(['done', 'done', 'open']);
  await other.close();
});

test('a file that is no backup, of another site, newer or damaged changes nothing and says why', async ({ page }) => {
  const give = (text: string) => ({ name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const header = {
    format: 'study-backup',
    version: 1,
    siteId: 'other',
    siteTitle: 'Other notes',
    savedAt: 1,
    devices: [],
    document: { version: 1, ticks: {} },
    log: [],
  };
  await choose(page, give('{"a":1}'));
  await expect(page.getByText('This file is no backup of a study site, so nothing was changed.')).toBeVisible();
  await choose(page, give(JSON.stringify(header)));
  await expect(page.getByText('This is a backup of another site: Other notes.')).toBeVisible();
  await choose(page, give(JSON.stringify({ ...header, siteId: 'pskb', version: 99 })));
  await expect(page.getByText('This backup is of a newer version of the site, so nothing was changed.')).toBeVisible();
  await choose(page, give('{"format":"study-backup"'));
  await expect(page.getByText('This file is damaged, so nothing was changed.')).toBeVisible();
  expect(await stored(page)).toBe('');
});

test('ticks of things that are gone are kept and listed', async ({ page }) => {
  await page.goto('progress/');
  await expect(page.locator('study-orphans')).toBeHidden();
  await page.evaluate(() => {
    localStorage.setItem(
      'pskb:study',
      JSON.stringify({ version: 1, ticks: { 'old/note#gone': { state: 'done', at: 1 } } }),
    );
  });
  await page.reload();
  await expect(page.locator('study-orphans')).toContainText('old/note#gone · Done');
});

/** A backup in which one item of a note is done. */
async function makeBackup(browser: Browser, item: number): Promise<BackupFile> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(NOTE);
  await boxes(page).nth(item).check();
  const file = await save(page);
  await context.close();
  return file;
}
