/** Mock interviews: held by the keyboard against a clock, judged, remembered; shared by a seed; led by one tab at a time. */
import { readFileSync } from 'node:fs';
import { type Locator, type Page, test as withOptions } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { plugIn } from './microphone.ts';
import { countChunks, SOUND } from './recorded.ts';
import { expect, test } from './warm.ts';

const MOCK = 'interviews/mock-1/';
const SEED = 'k7f3q9';
const DIMENSIONS = ['Correct', 'Depth and trade-offs', 'Clarity', 'Examples and code'];
/** Python is loaded by the first run, which takes its time on a busy machine. */
const RUN = { timeout: 60_000 };

const question = (page: Page) => page.locator('study-interview [data-part="question"]');
const place = (page: Page) => page.locator('[data-part="place"]');
const said = (page: Page) => page.locator('study-interview > [role="status"]');
const recorded = (page: Page) => page.locator('.study-recorder-said');
const clock = (page: Page) => page.locator('[data-part="clock"]');
const notes = (page: Page) => page.getByRole('textbox', { name: 'Your notes' });

async function press(button: Locator, key = 'Enter'): Promise<void> {
  await button.focus();
  await button.press(key);
}

/** Until the database has what was done: a jump of the clock would be taken for a database that does not answer. */
async function keepUp(page: Page): Promise<void> {
  const outbox = () => page.evaluate(() => Object.entries(localStorage).find(([key]) => key.endsWith(':outbox')));
  await expect.poll(async () => (await outbox())?.[1]).toBe('[]');
  const [key = ''] = (await outbox()) ?? [];
  await page.evaluate(
    async (name) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
      });
      // It waits for every transaction that was begun before it.
      await new Promise((resolve) => {
        database.transaction([...database.objectStoreNames], 'readwrite').oncomplete = resolve;
      });
      database.close();
    },
    key.slice(0, key.lastIndexOf(':')),
  );
}

async function start(page: Page, address = `${MOCK}?seed=${SEED}`): Promise<void> {
  await page.goto(address);
  await press(page.getByRole('button', { name: 'Start the interview' }));
  await expect(question(page)).toBeFocused();
}

/** As if pasted: typing would be indented by the editor. */
async function solve(page: Page): Promise<void> {
  const work = page.locator('study-exercise');
  const id = await work.getAttribute('data-exercise');
  const editor = page.getByRole('textbox', { name: 'Code, editable. Tab leaves the editor.' });
  await work.locator('.study-work-actions').scrollIntoViewIfNeeded();
  await editor.focus();
  await page.keyboard.press('Control+a');
  await editor.evaluate(
    (element, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    readFileSync(`content/exercises/${id}/solution.py`, 'utf8'),
  );
  await page.keyboard.press('Control+Enter');
  await expect(work.locator('.study-work-said')).toHaveText(/^All \d+ tests pass\.$/, RUN);
}

async function judge(page: Page, grade: string): Promise<void> {
  const assessed = page.locator('[data-part="assessed"]');
  await expect(assessed).toBeFocused();
  await press(page.locator('[data-part="strong"] input').first(), 'Space');
  for (const name of DIMENSIONS) {
    await press(
      page
        .getByRole('group', { name, exact: true })
        .getByRole('radio')
        .nth(Number(grade) - 1),
      'Space',
    );
  }
  await press(page.getByRole('button', { name: 'Save and go on' }));
}

test('mock 1 is held from its start to its debrief by the keyboard', async ({ page, context }) => {
  test.slow();
  await context.grantPermissions(['microphone']);
  await page.clock.install({ time: new Date('2026-11-25T10:00:00') });
  await plugIn(page);
  await page.goto(`${MOCK}?seed=${SEED}`);
  await press(page.getByLabel('Record my answers in this browser'), 'Space');
  await press(page.getByRole('button', { name: 'Start the interview' }));
  await expect(question(page)).toBeFocused();
  await expect(recorded(page)).toHaveText('Recording.');
  await expect.poll(() => countChunks(page), SOUND).toBeGreaterThan(0);
  await press(page.getByRole('button', { name: 'Stop recording' }));
  await expect(recorded(page)).toHaveText('The recording is kept in this browser.');
  await expect(page.locator('[data-recording]')).toHaveCount(1);
  await expect(place(page)).toHaveText('Python: the GIL, async, decorators, 1 of 3');
  const first = (await question(page).textContent()) ?? '';
  await notes(page).fill('reference counts first');
  await page.clock.runFor(1000);
  await keepUp(page);

  await page.clock.runFor('04:59');
  await expect(said(page)).toHaveText('Five minutes left in this section.');
  await page.clock.runFor('04:00');
  await expect(said(page)).toHaveText('One minute left in this section.');

  // A reload goes on; a closed lid is told, and not counted.
  await page.reload();
  await expect(question(page)).toHaveText(first);
  await expect(notes(page)).toHaveValue('reference counts first');
  // Real time goes on as well, on a busy machine for longer than the minute that is left.
  await expect(clock(page)).toHaveText(/^(1:00|0:\d\d) left$|over$/);
  await page.clock.fastForward('02:00:00');
  await expect(page.locator('[data-part="gap"]')).toContainText('about 120 min');
  await expect(question(page)).toBeHidden();
  await press(page.getByRole('button', { name: 'Go on' }));
  await page.clock.runFor('02:00');
  await expect(clock(page)).toHaveText(/over$/);

  for (let asked = 1; asked < 10; asked += 1) {
    const last = (await question(page).textContent()) ?? '';
    await page.keyboard.press('Control+Enter');
    await expect(question(page)).not.toHaveText(last);
    await expect(question(page)).toBeFocused();
  }
  await expect(place(page)).toHaveText('Coding: dynamic programming, 1 of 1');
  await page.clock.resume();
  await solve(page);
  await press(page.getByRole('button', { name: 'To the assessment' }));

  const answer = page.locator('[data-part="assess-place"]');
  await expect(page.locator('[data-part="own-notes"]')).toContainText('reference counts first');
  await expectAccessible(page, 'study-interview');
  for (let judged = 1; judged <= 10; judged += 1) {
    await expect(answer).toHaveText(`Answer ${judged} of 10`);
    if (judged === 10)
      await expect(page.locator('[data-part="own-notes"]')).toContainText(/Tests passed: (\d+) of \1\./);
    await judge(page, judged === 1 ? '1' : '4');
  }

  await expect(page.getByRole('heading', { name: 'Debrief' })).toBeFocused();
  await expect(page.locator('[data-recording]')).toHaveCount(1);
  await expect(page.locator('.study-interview-score')).toHaveText('3.7 of 4');
  await expect(page.locator('study-interview').getByRole('rowheader', { name: first })).toBeVisible();
  await expectAccessible(page, 'study-interview');
  const weak = page.locator('section[data-view="debrief"] li a');
  await expect(weak).toHaveCount(1);
  const note = (await weak.textContent()) ?? '';
  await press(page.getByRole('button', { name: 'Put these notes and their cards in my plan' }));
  await expect(page.getByText('under Today now')).toBeVisible();
  const link = await page.getByRole('textbox', { name: `Link with the seed ${SEED}` }).inputValue();

  await page.goto('.');
  const focus = page.locator('[data-today="focus"]');
  await expect(focus.getByRole('link', { name: note })).toBeVisible();
  await press(focus.getByRole('button', { name: `Done: ${note}` }));
  await expect(focus).toBeHidden();

  await page.goto('progress/');
  await expect(page.getByText('Held: 1')).toBeVisible();
  await expect(page.getByRole('img', { name: 'from 1 to 4, the oldest first: 3.7.' })).toBeVisible();
  await page.goto('interviews/');
  await press(page.getByRole('rowheader').getByRole('link', { name: 'Nov 25, 2026' }));
  await expect(page.getByRole('heading', { name: 'Debrief' })).toBeVisible();

  // Who gets the link is asked the same, whatever they have answered well.
  await start(page, link);
  await expect(question(page)).toHaveText(first);
});

test('one tab leads an interview; another says so, and takes it over', async ({ page, context }) => {
  await start(page);
  const first = (await question(page).textContent()) ?? '';
  const other = await context.newPage();
  await other.goto(MOCK);
  await expect(other.getByText('open in another tab')).toBeVisible();
  await press(other.getByRole('button', { name: 'Go on in this tab' }));
  await expect(question(other)).toHaveText(first);
  await expect(page.getByText('open in another tab')).toBeVisible();
  // An interview that is under way is not lost when another one is opened.
  await other.goto('interviews/own/?areas=testing&minutes=10');
  await expect(other.getByText('An interview is under way: Mock interview 1.')).toBeVisible();
  await press(other.getByRole('button', { name: 'Discard it' }));
  await press(other.getByRole('button', { name: 'Start the interview' }));
  await expect(place(other)).toHaveText('Testing, 1 of 3');
});

withOptions.describe('without a script', () => {
  withOptions.use({ javaScriptEnabled: false });
  withOptions('the questions are there to read, with what a strong answer contains', async ({ page }) => {
    await page.goto(`es/${MOCK}`);
    const asked = page.locator('.study-questions > li');
    expect(await asked.count()).toBeGreaterThan(30);
    await asked.first().locator('summary').click();
    await expect(asked.first().locator('[data-part="strong"] > li').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Empezar la entrevista' })).toBeHidden();
  });
});
