/** Thinking aloud in an interview: refused, recorded, cut short by a reload, heard, downloaded, deleted; never sent anywhere. */
import { statSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { plugIn } from './microphone.ts';
import { countChunks, SOUND } from './recorded.ts';

const recorder = (page: Page) => page.locator('study-recorder');
const said = (page: Page) => page.locator('.study-recorder-said');
const rows = (page: Page) => page.locator('[data-recording]');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Some of it was heard, however long a busy machine took. */
const PASSED = /^0:(0[1-9]|[1-5]\d)$/;

test('a recording outlives a reload in the middle, and is heard, downloaded and deleted', async ({ page, context }) => {
  test.slow();
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') elsewhere.push(request.url());
  });
  await plugIn(page);
  await page.goto('interviews/mock-1/?seed=k7f3q9');
  await page.getByLabel('Record my answers in this browser').check();
  await button(page, 'Start the interview').click();
  await expect(said(page)).toContainText('The microphone is not allowed.');

  await context.grantPermissions(['microphone']);
  await button(page, 'Record').press('Enter');
  await expect(said(page)).toHaveText('Recording.');
  await expect(recorder(page).getByRole('timer')).toHaveText(PASSED);
  await button(page, /^Pause$/).click();
  await expect(said(page)).toHaveText('The recording is paused.');
  await expect.poll(() => countChunks(page), SOUND).toBeGreaterThan(0);
  await page.reload();
  await expect(said(page)).toContainText('The page was closed while it recorded.');
  await expect(rows(page)).toContainText('cut short');

  const chunks = await countChunks(page);
  await button(page, 'Go on').click();
  await button(page, 'Record').click();
  await expect(recorder(page).getByRole('timer')).toHaveText(PASSED);
  // Sound comes when the browser has some, which takes its time on a busy machine.
  await expect.poll(() => countChunks(page), SOUND).toBeGreaterThan(chunks);
  page.once('dialog', (dialog) => dialog.accept());
  await button(page, 'End the interview').click();
  await expect(said(page)).toHaveText('The recording is kept in this browser.');
  await expect(rows(page)).toHaveCount(2);

  await button(page, /^Play: /)
    .first()
    .click();
  const audio = page.locator('audio');
  const duration = () => audio.evaluate((element: HTMLAudioElement) => element.duration);
  // Until the player has been at its end once, it is as long as a browser can think.
  await expect.poll(duration).toBeLessThan(600);
  expect(await duration()).toBeGreaterThan(0.2);
  await expect.poll(() => audio.evaluate((element: HTMLAudioElement) => element.played.length)).toBeGreaterThan(0);
  await expect(page.getByRole('list', { name: 'Questions in this recording' }).getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page, 'study-recorder');
  const download = page.waitForEvent('download');
  await button(page, /^Download: /)
    .last()
    .click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^pskb-[\d-]{10}T[\d-]{8}\.webm$/);
  expect(statSync(await file.path()).size).toBeGreaterThan(500);

  await page.goto('progress/');
  await expect(page.getByText(/^Recordings: 2\. Room that they take: \d/)).toBeVisible();
  for (const left of [1, 0]) {
    await button(page, /^Delete: /)
      .first()
      .click();
    await expect(button(page, /^Keep it: /)).toBeFocused();
    await button(page, /^Yes, delete: /).click();
    await expect(rows(page)).toHaveCount(left);
  }
  await expect.poll(() => countChunks(page)).toBe(0);
  expect(elsewhere).toEqual([]);
});
