/** How fast the review is in a real browser, with 5,000 cards and 100,000 answers: by the page's own clock. */
import type { Browser, Page } from '@playwright/test';
import type { Figure } from './figure.ts';
import { createLongReviews, createManyDecks } from './long-reviews.ts';
import { fill, median, withSite } from './study.ts';

const TIMES = 21;
const OPENINGS = 7;

export function benchReview(): Promise<Figure[]> {
  return withSite(measure);
}

async function measure(browser: Browser, address: string): Promise<Figure[]> {
  const page = await (await browser.newContext()).newPage();
  await serveDecks(page);
  await fill(page, address, createLongReviews(Date.now()));
  const first = await timeOpening(page, address);
  const openings: number[] = [];
  for (let index = 0; index < OPENINGS; index += 1) openings.push(await timeOpening(page, address));
  const next = await timeAnswers(page);
  const statistics = await timeStatistics(page);
  return [
    { what: 'open the session after an import', value: first, unit: 'ms', budget: 3000 },
    { what: 'open the session', value: median(openings), unit: 'ms', budget: 300 },
    { what: 'next card after an answer, median', value: next, unit: 'ms', budget: 16 },
    { what: 'statistics', value: statistics, unit: 'ms', budget: 500 },
  ];
}

/** More cards than the site has. */
async function serveDecks(page: Page): Promise<void> {
  const decks = createManyDecks();
  await page.route('**/cards/en/**', (route) => {
    const [, name = ''] = /\/cards\/en\/(.*)$/.exec(route.request().url()) ?? [];
    const deck = decks.get(name);
    return deck === undefined ? route.abort() : route.fulfill({ json: deck });
  });
}

/** From the arrival of the last of the scripts and of the list of cards. */
async function timeOpening(page: Page, address: string): Promise<number> {
  await page.goto(`${address}review/`, { waitUntil: 'commit' });
  return page.evaluate(async () => {
    while (!document.querySelector('study-review[data-ready]')) await new Promise((resolve) => setTimeout(resolve, 1));
    const ready = performance.now();
    const loaded = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js') || name.endsWith('index.json'))
      .map((entry) => (entry instanceof PerformanceResourceTiming ? entry.responseEnd : 0));
    return ready - Math.max(0, ...loaded.filter((end) => end < ready));
  });
}

/** From the key that rates to the end of painting the next card. */
async function timeAnswers(page: Page): Promise<number> {
  await page.locator('[data-action="start"]').first().click();
  await page.locator('section[data-view="card"]:not([hidden])').waitFor();
  const times = await page.evaluate(async (count) => {
    const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const isAnswered = () => document.querySelector('study-review')?.hasAttribute('data-answered') ?? false;
    const painted = () =>
      new Promise<void>((resolve) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          channel.port1.close();
          resolve();
        };
        channel.port2.postMessage('');
      });
    const until = async (state: boolean) => {
      while (isAnswered() !== state) await painted();
    };
    const measured: number[] = [];
    for (let index = 0; index <= count; index += 1) {
      press(' ');
      await until(true);
      // The log has what was answered before.
      await new Promise((resolve) => setTimeout(resolve, 300));
      await frame();
      const start = performance.now();
      press('3');
      await until(false);
      await painted();
      measured.push(performance.now() - start);
    }
    // The first one has loaded what answers take.
    return measured.slice(1);
  }, TIMES);
  return median(times);
}

async function timeStatistics(page: Page): Promise<number> {
  await page.locator('[data-action="stop"]').click();
  return page.locator('study-review-statistics > details').evaluate(async (details) => {
    const start = performance.now();
    if (details instanceof HTMLDetailsElement) details.open = true;
    while (!document.querySelector('study-review-statistics[data-ready]')) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return performance.now() - start;
  });
}
