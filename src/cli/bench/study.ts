/**
 * How fast a reader's record is in a real browser, on the built site, with a log of 100,000 events: what a reader does is
 * clicked, and timed by the page's own clock.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import site from '../../../site.config.ts';
import { printBackup } from '../../domain/backup.ts';
import type { EventLog } from '../../domain/event-log.ts';
import { EMPTY_RECORD } from '../../domain/study-record.ts';
import { BROWSER_HINT, provideBrowser } from '../setup/browser.mjs';
import { ROOT } from '../setup/project.mjs';
import { build } from '../site/build.mjs';
import { startServer } from '../site/server.mjs';
import type { Figure } from './figure.ts';
import { createLongLog } from './long-log.ts';

const NOTE = 'python-internals/gil/';
const TIMES = 21;
const MEGABYTE = 1024 * 1024;
/** Day segments that go to the page at once. */
const CHUNK = 200;

export function benchStudy(): Promise<Figure[]> {
  return withSite(measure);
}

/** Builds the site, serves it and hands a browser to whoever measures. */
export async function withSite(measure: (browser: Browser, address: string) => Promise<Figure[]>): Promise<Figure[]> {
  const executablePath = await provideBrowser(process.execPath);
  if (executablePath === undefined) throw new Error(BROWSER_HINT);
  const { base } = await build(process.execPath);
  const server = await startServer({ folder: path.join(ROOT, 'dist'), base, port: 4591 });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--enable-precise-memory-info'] });
  try {
    return await measure(browser, `http://localhost:${server.port}${base}`);
  } finally {
    await browser.close();
    server.close();
  }
}

async function measure(browser: Browser, address: string): Promise<Figure[]> {
  const page = await (await browser.newContext()).newPage();
  const client = await page.context().newCDPSession(page);
  const now = Date.now();
  await fill(page, address, createLongLog(now, ['laptop', 'phone']));
  const tick = await timeTicks(page, address);
  const append = await timeAppends(page);
  const open = await timeOpening(page, address);
  const rest = await readHeap(client);
  const save = await timeSaving(page);
  const other = createLongLog(now - 1, ['tablet', 'phone']);
  const { preview, merge } = await timeMerging(page, other);
  const after = await readHeap(client);
  return [
    { what: 'tick to paint, median', value: tick, unit: 'ms', budget: 16 },
    { what: 'append one event, median', value: append, unit: 'ms', budget: 5 },
    { what: 'open the progress page', value: open.year, unit: 'ms', budget: 300 },
    { what: 'the same with the totals of all years', value: open.all, unit: 'ms', budget: 600 },
    { what: 'export', value: save, unit: 'ms', budget: 2000 },
    { what: 'show what an import brings', value: preview, unit: 'ms', budget: 2000 },
    { what: 'merge two such logs', value: merge, unit: 'ms', budget: 2000 },
    { what: 'memory, progress page', value: rest, unit: 'MB', budget: 150 },
    { what: 'memory, after the merge', value: after, unit: 'MB', budget: 150 },
  ];
}

/** Opens the database as the site does, then puts the log into it, day by day. */
export async function fill(page: Page, address: string, log: EventLog): Promise<void> {
  await page.goto(`${address}progress/`);
  await page.locator('study-studied[data-ready]').first().waitFor();
  const days = [...log];
  for (let start = 0; start < days.length; start += CHUNK) {
    await page.evaluate(
      async ({ siteId, chunk }) => {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(siteId);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        const transaction = database.transaction(['log', 'reviews'], 'readwrite');
        // What is known of the cards was made of another log.
        transaction.objectStore('reviews').clear();
        for (const [name, events] of chunk) transaction.objectStore('log').put(events, name);
        await new Promise((resolve) => {
          transaction.oncomplete = resolve;
        });
        database.close();
      },
      {
        siteId: site.siteId,
        chunk: days.slice(start, start + CHUNK).map(([name, events]) => [name, [...events]] as const),
      },
    );
  }
}

/** From the click, at the beginning of a frame, to the end of its painting: waiting for the screen is not counted. */
async function timeTicks(page: Page, address: string): Promise<number> {
  await page.goto(address + NOTE);
  const box = page.locator('.study-item input').first();
  await box.waitFor();
  const times = await box.evaluate(async (input, count) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const painted = () =>
      new Promise<void>((resolve) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve();
        channel.port2.postMessage('');
      });
    const measured: number[] = [];
    for (let index = 0; index < count; index += 1) {
      await frame();
      const start = performance.now();
      if (input instanceof HTMLElement) input.click();
      await painted();
      measured.push(performance.now() - start);
    }
    return measured;
  }, TIMES);
  return median(times);
}

/** From the click that marks the note to the end of the transaction that holds the event. */
async function timeAppends(page: Page): Promise<number> {
  await page.locator('study-phases summary').click();
  const box = page.locator('study-phases input');
  const times = await box.evaluate(async (input, count) => {
    const open = IDBDatabase.prototype.transaction;
    let done: () => void = () => undefined;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...words: Parameters<typeof open>) {
      const transaction = open.apply(this, words);
      if (words[1] === 'readwrite') transaction.addEventListener('complete', () => done());
      return transaction;
    };
    const measured: number[] = [];
    for (let index = 0; index <= count; index += 1) {
      const saved = new Promise<void>((resolve) => {
        done = resolve;
      });
      const start = performance.now();
      if (input instanceof HTMLElement) input.click();
      await saved;
      measured.push(performance.now() - start);
    }
    // The first one has opened the database.
    return measured.slice(1);
  }, TIMES);
  return median(times);
}

/** From the last script's arrival to the pictures of the year, and to the totals of all years. */
async function timeOpening(page: Page, address: string): Promise<{ year: number; all: number }> {
  const times: { year: number; all: number }[] = [];
  for (let index = 0; index < TIMES / 3; index += 1) {
    await page.goto(`${address}progress/`, { waitUntil: 'commit' });
    times.push(
      await page.evaluate(async () => {
        const wait = async (selector: string) => {
          while (!document.querySelector(selector)) await new Promise((resolve) => setTimeout(resolve, 1));
          return performance.now();
        };
        const year = await wait('study-minutes:not([hidden]) svg rect.study-heat-4');
        const all = await wait('study-studied[data-ready]');
        const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
        const ends = scripts.map((entry) => (entry instanceof PerformanceResourceTiming ? entry.responseEnd : 0));
        const loaded = Math.max(0, ...ends.filter((end) => end < year));
        return { year: year - loaded, all: all - loaded };
      }),
    );
  }
  return { year: median(times.map(({ year }) => year)), all: median(times.map(({ all }) => all)) };
}

async function timeSaving(page: Page): Promise<number> {
  const download = page.waitForEvent('download');
  const time = await timeClick(page, '[data-action="save"]', '.study-backup-said:not(:empty)');
  await (await download).delete();
  return time;
}

/** The other log comes from a file, as it does for a reader. */
async function timeMerging(page: Page, log: EventLog): Promise<{ preview: number; merge: number }> {
  const { siteId, title: siteTitle } = site;
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const file = path.join(folder, 'other.json');
  writeFileSync(file, [...printBackup({ ...EMPTY_RECORD, log, siteId, siteTitle, savedAt: Date.now() })].join(''));
  const chosen = timeFrom(page, 'study-backup input[type="file"]', 'change', 'study-backup[data-chosen]');
  await page.locator('study-backup input[type="file"]').setInputFiles(file);
  const preview = await chosen;
  rmSync(folder, { recursive: true });
  return { preview, merge: await timeClick(page, '[data-action="merge"]', 'study-backup[data-undo]') };
}

async function timeClick(page: Page, selector: string, result: string): Promise<number> {
  const time = timeFrom(page, selector, 'click', result);
  await page.locator(selector).click();
  return time;
}

/** Milliseconds, on the page's clock, from an event at an element until there is something that matches `result`. */
function timeFrom(page: Page, selector: string, event: string, result: string): Promise<number> {
  return page.evaluate(
    async ({ selector, event, result }) => {
      const start = await new Promise<number>((resolve) => {
        const listen = () => resolve(performance.now());
        document.querySelector(selector)?.addEventListener(event, listen, { once: true, capture: true });
      });
      while (!document.querySelector(result)) await new Promise((resolve) => setTimeout(resolve, 1));
      return performance.now() - start;
    },
    { selector, event, result },
  );
}

/** What is in use once what nobody needs was collected. */
async function readHeap(client: CDPSession): Promise<number> {
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  return usedSize / MEGABYTE;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
