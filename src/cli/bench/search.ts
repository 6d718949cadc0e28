/** What a search fetches and how long it takes, in a browser, and what indexing takes. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { readSynonyms } from '../../content/synonym-file.ts';
import { writeSearchIndex } from '../../site/search-index.ts';
import { BROWSER_HINT, provideBrowser } from '../setup/browser.mjs';
import { ROOT } from '../setup/project.mjs';
import { startServer } from '../site/server.mjs';
import type { Figure } from './figure.ts';
import { writePages } from './search-pages.ts';
import { readLanguageQueries } from './search-score.ts';

/** Queries typed one after the other on one page. */
const TYPED = 30;
/** Pages whose first query is measured. */
const FIRST = 6;

/** @param scale how many pages to search; those of the site where it is left out */
export async function benchSearch(base: string, scale: number | undefined): Promise<Figure[]> {
  const executablePath = await provideBrowser(process.execPath);
  if (executablePath === undefined) throw new Error(BROWSER_HINT);
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-search-'));
  const server = await startServer({ folder: path.join(ROOT, 'dist'), base, port: 4593 });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const count = writePages(path.join(ROOT, 'dist'), folder, scale);
    const start = process.cpuUsage();
    await writeSearchIndex(folder, { locales: [], synonyms: readSynonyms(ROOT) });
    const { user, system } = process.cpuUsage(start);
    return [
      { what: 'indexing, CPU a page', value: (user + system) / 1000 / count, unit: 'ms', budget: 2 },
      ...(await measure(browser, `http://localhost:${server.port}${base}`, folder)),
    ];
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

async function measure(browser: Browser, address: string, folder: string): Promise<Figure[]> {
  const queries = readLanguageQueries('en').map(({ query }) => query);
  const firsts: number[] = [];
  for (const query of spread(queries, FIRST)) {
    const { page, bytes } = await openPage(browser, address, folder);
    await paste(page, query);
    firsts.push(bytes());
    await page.context().close();
  }
  const later: number[] = [];
  const pasted = await openPage(browser, address, folder);
  await paste(pasted.page, 'python');
  for (const query of spread(queries, TYPED)) {
    const before = pasted.bytes();
    await paste(pasted.page, query);
    later.push(pasted.bytes() - before);
  }
  const typed: number[] = [];
  const times: number[] = [];
  const { page, bytes } = await openPage(browser, address, folder);
  await type(page, 'python');
  for (const query of spread(queries, TYPED)) {
    const before = bytes();
    times.push(await type(page, query));
    typed.push(bytes() - before);
  }
  return [
    { what: 'first query, all it fetches, median', value: at(firsts, 0.5), unit: 'kB', budget: 150 },
    { what: 'first query, all it fetches, most', value: Math.max(...firsts), unit: 'kB', budget: 150 },
    { what: 'a later query, median', value: at(later, 0.5), unit: 'kB', budget: 30 },
    { what: 'a later query, p95', value: at(later, 0.95), unit: 'kB', budget: 100 },
    { what: 'the same typed key by key, with what is shown on the way, median', value: at(typed, 0.5), unit: 'kB' },
    { what: 'last keystroke to painted results, median', value: at(times, 0.5), unit: 'ms', budget: 60 },
    { what: 'last keystroke to painted results, p95', value: at(times, 0.95), unit: 'ms', budget: 120 },
  ];
}

/** A page whose search reads the measured index, and what has been fetched for search since it was opened, in kB of Brotli. */
async function openPage(browser: Browser, address: string, folder: string) {
  const page = await (await browser.newContext()).newPage();
  let isOpen = false;
  let size = 0;
  const count = (body: Buffer) => {
    if (isOpen) size += brotliCompressSync(body).length / 1000;
  };
  await page.route('**/search-index/**', async (route) => {
    const body = readFileSync(
      path.join(folder, 'search-index', new URL(route.request().url()).pathname.split('/search-index/')[1] ?? ''),
    );
    count(body);
    await route.fulfill({ body, contentType: 'application/json' });
  });
  await page.route('**/_astro/**', async (route) => {
    const response = await route.fetch();
    count(await response.body());
    await route.fulfill({ response });
  });
  await page.goto(`${address}python-internals/gil/`, { waitUntil: 'networkidle' });
  isOpen = true;
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  return { page, bytes: () => size };
}

/** Asks the whole query at once, and waits until all that it fetches is there. */
async function paste(page: Page, query: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox').fill(query);
  await page.waitForLoadState('networkidle');
  await page.locator('.study-search-status[data-kind="count"]').waitFor();
  await page.waitForTimeout(200);
}

/** Types a query key by key. Milliseconds, on the page's clock, from the last key to the painted results. */
async function type(page: Page, query: string): Promise<number> {
  const field = page.getByRole('dialog').getByRole('combobox');
  await field.fill('');
  await field.pressSequentially(query.slice(0, -1));
  await page.waitForTimeout(200);
  const painted = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const list = document.querySelector('.study-search-status');
        const input = document.querySelector('.study-search input');
        let start = 0;
        const observer = new MutationObserver(() => {
          if (list?.getAttribute('data-kind') === null && !/\S/.test(list?.textContent ?? '')) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => resolve(performance.now() - start);
            channel.port2.postMessage('');
          });
        });
        input?.addEventListener(
          'input',
          () => {
            start = performance.now();
            if (list) observer.observe(list, { childList: true, attributes: true, subtree: true });
          },
          { once: true, capture: true },
        );
      }),
  );
  await field.pressSequentially(query.slice(-1));
  return painted;
}

function spread(queries: readonly string[], count: number): string[] {
  return queries.filter((_, index) => index % Math.max(1, Math.floor(queries.length / count)) === 0).slice(0, count);
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
