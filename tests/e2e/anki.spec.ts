/** Decks to read and to take to Anki: without a script, with a reader's progress, and back. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { listObjections } from './axe.ts';

const DECK = 'flashcards/python-internals/gil/';

test('a deck is read without a script, in a language that it is not translated to as well', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('es/flashcards/');
  await page.getByRole('main').getByRole('link', { name: 'The GIL and free threading' }).click();
  const cards = page.locator('[data-search-record="card"]');
  expect(await cards.count()).toBeGreaterThan(7);
  const first = cards.first();
  await expect(first.locator('details')).not.toHaveAttribute('open');
  await first.getByText('Respuesta').click();
  await expect(first.locator('details')).toContainText('Reference counts');
  await expect(first.locator('.study-flashcard-text').first()).toHaveAttribute('lang', 'en');
  await expect(first.getByRole('link', { name: 'Dónde se explica' })).toHaveAttribute('href', /gil\/#/);
  await expect(first.getByRole('link', { name: 'Editar' })).toHaveAttribute(
    'href',
    /edit\/main\/content\/flashcards\/.*#L\d+$/,
  );
  await expect(page.getByText('aún no está disponible en tu idioma')).toBeVisible();
  await context.close();
});

test('beside a deck stand those of its area, and beside the list of all decks none', async ({ page }) => {
  await page.goto(DECK);
  const current = page.locator('.sidebar a[href*="/flashcards/"]');
  const hrefs = await current.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(hrefs.filter((href) => href.includes('/flashcards/python-internals/')).length).toBeGreaterThan(3);
  expect(hrefs.filter((href) => !/\/flashcards\/(python-internals\/|$)/.test(href))).toEqual([]);
  await expect(page.locator('.sidebar a[aria-current=page]')).toHaveAttribute('href', /\/gil\/$/);
  await page.goto('flashcards/');
  await expect(current).toHaveCount(1);
  await expect(current).toHaveAttribute('aria-current', 'page');
});

test('the package is there, takes a reader’s progress along, and brings nothing new back', async ({
  page,
  request,
  baseURL,
}) => {
  await page.goto('flashcards/');
  const link = page.getByRole('link', { name: 'Download for Anki' });
  await expect(link).toHaveAttribute('download', '');
  const published = await request.get(new URL((await link.getAttribute('href')) ?? '', baseURL).href);
  expect((await published.body()).subarray(0, 2).toString()).toBe('PK');

  // Two answers, as the review writes them.
  await page.goto('review/');
  await page.evaluate(() => {
    const t = Date.now() - 86_400_000;
    const facts = { k: 'review', c: 'why-does-cpython-use-one#0', ms: 3000 };
    const answers = [
      { facts: { ...facts, r: 3 }, t, z: 60 },
      { facts: { ...facts, r: 3, i: 4 }, t: t + 600_000, z: 60 },
    ];
    localStorage.setItem('pskb:outbox', JSON.stringify(answers));
  });
  await page.goto(`${DECK}#card-why-does-cpython-use-one`);
  await expect(page.locator('#card-why-does-cpython-use-one')).toContainText(/Due (in \d days|tomorrow)/);
  await expect(page.locator('[data-card-state]').nth(1)).toHaveText('New');
  expect(await listObjections(page, { parts: ['main'] })).toEqual([]);

  await page.goto('flashcards/');
  await expect(page.locator('study-anki')).toHaveAttribute('data-ready');
  expect(await listObjections(page, { parts: ['main'] })).toEqual([]);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export with my progress' }).click();
  const saved = await saving;
  await expect(page.getByText(/Saved as pskb-en-.*Answers: 2, cards: 1/)).toBeVisible();
  const buffer = readFileSync(await saved.path());

  const choose = (file: Buffer) =>
    page.getByLabel('A file from Anki').setInputFiles({ name: 'deck.apkg', mimeType: 'application/zip', buffer: file });
  await choose(buffer);
  await expect(page.getByText('The file adds nothing. Answers that are here already: 2.')).toBeVisible();
  await choose(buffer.subarray(0, buffer.length - 100));
  await expect(page.getByText('The file is damaged.')).toBeVisible();
  await choose(Buffer.from('<!doctype html>'));
  await expect(page.getByText('This is no file from Anki.')).toBeVisible();

  // Another browser, which has none of it.
  await page.evaluate(
    () =>
      new Promise((resolve) =>
        Object.assign(indexedDB.deleteDatabase('pskb'), { onsuccess: resolve, onblocked: resolve }),
      ),
  );
  await page.reload();
  await expect(page.locator('study-anki')).toHaveAttribute('data-ready');
  await choose(buffer);
  await expect(page.getByText('Answers that it would add: 2, on 1 of your cards.')).toBeVisible();
  await page.getByRole('button', { name: 'Add them' }).click();
  await expect(page.getByText('Answers added: 2.')).toBeVisible();
  await choose(buffer);
  await expect(page.getByText('The file adds nothing. Answers that are here already: 2.')).toBeVisible();
});
