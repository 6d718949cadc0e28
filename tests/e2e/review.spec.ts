/** The review: a session by keyboard that is interrupted and goes on, and one by touch on a small screen. */
import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { listObjections } from './axe.ts';

const START = new Date('2026-11-24T10:00:00');
const front = (page: Page) => page.locator('[data-part="front"]');
const note = (page: Page) => page.locator('[data-part="note"]');
const count = (page: Page, kind: string) => page.locator(`section[data-view="card"] [data-count="${kind}"]`);

async function open(page: Page, address = 'review/'): Promise<void> {
  await page.goto(address);
  await expect(page.locator('study-review')).toHaveAttribute('data-ready');
}

/** Answers the card that is shown, and waits for another one, or the end. */
async function answer(page: Page, key: string): Promise<string> {
  const text = await front(page).innerHTML();
  // In a card that is typed, Space is a space.
  await page.keyboard.press('Enter');
  await expect(page.locator('study-review')).toHaveAttribute('data-answered');
  await page.clock.runFor(2000);
  await page.keyboard.press(key);
  await expect(page.locator('study-review[data-view="card"][data-answered]')).toHaveCount(0);
  return text;
}

/** A card is there and its answer is not. */
async function asked(page: Page): Promise<void> {
  await expect(page.locator('study-review[data-view="card"]:not([data-answered])')).toBeVisible();
  await expect(front(page)).toBeVisible();
}

/** Presses a key that leaves the card, and waits for another one. */
async function leave(page: Page, key: string): Promise<void> {
  const text = await front(page).innerHTML();
  await page.keyboard.press(key);
  await expect.poll(() => front(page).innerHTML()).not.toBe(text);
}

test('reviews 20 cards by keyboard, undoes three, and goes on where it was when the page is opened again', async ({
  context,
}) => {
  let page = await context.newPage();
  await page.clock.install({ time: START });
  await open(page);
  await expect(page.locator('[data-part="sum"]')).toHaveText('Cards for today: 10');
  await page.getByLabel('New cards a day').fill('30');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-part="sum"]')).toHaveText('Cards for today: 30');
  expect(await listObjections(page)).toEqual([]);

  await page.getByRole('button', { name: 'Start' }).press('Enter');
  await expect(page.locator('[data-part="card"]')).toBeFocused();
  const asked: string[] = [];
  for (let index = 0; index < 20; index += 1) asked.push(await answer(page, '4'));
  expect(new Set(asked).size).toBe(20);
  await expect(count(page, 'new')).toHaveText('10');

  // The last three come back, the last one first.
  for (const text of asked.slice(-3).reverse()) {
    await page.keyboard.press('u');
    await expect(note(page)).toHaveText('Undone.');
    await expect.poll(() => front(page).innerHTML()).toBe(text);
  }
  await expect(count(page, 'new')).toHaveText('13');
  await page.keyboard.press('Space');
  const said = page.locator('study-review [data-part="said"]');
  await expect(said).toContainText('Answer: ');
  expect(await listObjections(page)).toEqual([]);

  // In the middle of a card, without a word.
  await page.close();
  page = await context.newPage();
  await page.clock.install({ time: new Date(START.getTime() + 600_000) });
  await open(page);
  await expect(page.locator('[data-part="sum"]')).toHaveText('Cards for today: 13');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(front(page)).toBeVisible();
  expect(asked.slice(-3)).toContain(await front(page).innerHTML());
  // What was done before the page was closed can still be undone.
  await page.keyboard.press('u');
  await expect(count(page, 'new')).toHaveText('14');

  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByText('Show how your reviews go').click();
  const statistics = page.locator('[data-statistic="buttons"] tbody tr').first();
  await expect(statistics).toHaveText('Learning0 (0%)0 (0%)0 (0%)16 (100%)');
  await expect(page.locator('[data-statistic="forecast"]')).toContainText('Known cards that come up: 16');
  expect(await listObjections(page, { parts: ['study-review-statistics'] })).toEqual([]);

  await page.goto('progress/');
  await expect(page.locator('study-learned')).toContainText(/^16 of \d+ learned$/);
  await page.goto('');
  await expect(page.locator('[data-today="due"]')).toHaveText('Cards for today: 14');
  await page.goto('es/review/');
  await expect(page.locator('[data-part="sum"]')).toHaveText('Tarjetas para hoy: 14');
});

test('a card is put off, suspended and found again, and one that is failed comes back', async ({ page }) => {
  await page.clock.install({ time: START });
  await open(page, 'review/?deck=python-internals/gil');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(front(page)).toBeVisible();
  await leave(page, '-');
  await expect(note(page)).toHaveText('Put off until tomorrow.');
  await leave(page, '@');
  await expect(note(page)).toContainText('Suspended');
  const failed = await answer(page, '1');
  await expect(count(page, 'learning')).toHaveText('1');
  await answer(page, '4');
  await page.clock.fastForward('01:05');
  await answer(page, '4');
  await expect.poll(() => front(page).innerHTML()).toBe(failed);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Undo what you did last today');
  await page.keyboard.press('Escape');
  const edit = page.getByRole('link', { name: 'Edit the card' });
  await expect(edit).toHaveAttribute('href', /\/blob\/main\/content\/flashcards\/python-internals\/gil\.txt#L\d+$/);
  await page.keyboard.press('l');
  await expect(page).toHaveURL(/python-internals\/gil\/#/);

  await page.goBack();
  await open(page, 'review/?kind=suspended');
  await expect(page.locator('[data-part="chosen"]')).toHaveText('Cards chosen: 1');
  await page.getByRole('button', { name: 'Cram' }).click();
  await expect(front(page)).toBeVisible();
  await page.keyboard.press('@');
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeFocused();
  await expect(page.locator('[data-part="summary"]')).toContainText('Answered today: 3. New among them: 3.');
});

test('a database that stops answering takes back nothing that the page knew', async ({ page }) => {
  await page.clock.install({ time: START });
  await open(page, 'review/?deck=python-internals/gil');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(front(page)).toBeVisible();
  const asked = [await answer(page, '4'), await answer(page, '4')];
  await page.evaluate(() => {
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('The disk is gone.', 'UnknownError');
    };
  });
  asked.push(await answer(page, '1'));
  await expect(page.locator('[data-part="problem"]')).toBeVisible();
  asked.push(await answer(page, '4'));
  expect(new Set(asked).size).toBe(4);
  await expect(count(page, 'learning')).toHaveText('1');
  await expect(count(page, 'new')).toHaveText('6');
});

test('a typed answer is compared letter by letter, and the comparison proposes how it went', async ({ page }) => {
  await page.clock.install({ time: START });
  await open(page, 'review/?deck=python-internals/data-model-and-slots');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(front(page)).toBeVisible();
  const field = page.locator('[data-part="typed"] input');
  // The cards before it are read, not typed.
  for (let index = 0; index < 10 && !(await field.isVisible()); index += 1) {
    const text = await front(page).innerHTML();
    await page.keyboard.press('-');
    await expect.poll(() => front(page).innerHTML()).not.toBe(text);
  }
  await expect(front(page)).toContainText('Which method tells a descriptor the name');
  await expect(field).toBeFocused();
  await page.keyboard.type('__sets_name_');
  await page.keyboard.press('Enter');
  const compared = page.locator('[data-part="compared"]');
  await expect(compared.locator('p')).toHaveText(['Not quite.', /__sets_name_$/, /__set_name__$/]);
  await expect(compared.locator('del')).toHaveText('s');
  await expect(compared.locator('ins')).toHaveText('_');
  await expect(page.locator('study-review')).toHaveAttribute('data-proposed', '1');
  await expect(page.locator('study-review [data-part="said"]')).toContainText('Not quite.');
  expect(await listObjections(page)).toEqual([]);

  await page.keyboard.press('1');
  await page.keyboard.press('u');
  await expect(note(page)).toHaveText('Undone.');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  await page.keyboard.type(' __set_name__');
  await page.keyboard.press('Enter');
  await expect(compared).toHaveText('Right.');
  await expect(page.locator('study-review')).toHaveAttribute('data-proposed', '3');
});

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test('a finger shows the answer and says how it went', async ({ page }) => {
    await page.clock.install({ time: START });
    await open(page);
    await page.getByText('Two: forgotten, known').tap();
    await page.getByRole('button', { name: 'Save' }).tap();
    await page.getByRole('button', { name: 'Start' }).tap();
    await asked(page);
    await swipe(page, 'left');
    await expect(page.getByRole('button', { name: /^Forgotten/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Easy/ })).toBeHidden();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(320);
    await swipe(page, 'right');
    await expect(count(page, 'learning')).toHaveText('1');
    await asked(page);
    await swipe(page, 'left');
    await expect(page.locator('study-review')).toHaveAttribute('data-answered');
    await swipe(page, 'left');
    await expect(count(page, 'learning')).toHaveText('2');
  });
});

test('the scripts of the page stay small', async ({ page }) => {
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response.body());
  });
  await open(page);
  const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(45_000);
});

/** A finger across the card, in the browser's own events. */
async function swipe(page: Page, direction: 'left' | 'right'): Promise<void> {
  const box = await page.locator('[data-part="deck"]').boundingBox();
  if (box === null) throw new Error('There is no card.');
  const y = box.y + box.height / 2;
  const [from, to] = direction === 'left' ? [250, 90] : [90, 250];
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y }] });
  await touch('touchStart', from);
  await touch('touchMove', (from + to) / 2);
  await touch('touchMove', to);
  await touch('touchEnd');
  await client.detach();
}
