/**
 * How fast code runs in the page, and what that costs to load: on the built site in a real browser, with clicks, timed by the
 * page's own clock.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { printFragment } from '../../browser/shared-code.ts';
import { BROWSER_HINT, provideBrowser } from '../setup/browser.mjs';
import { ROOT } from '../setup/project.mjs';
import { build } from '../site/build.mjs';
import { startServer } from '../site/server.mjs';
import type { Figure } from './figure.ts';

const NOTE = 'python-internals/generators-iterators/';
const EXERCISE = 'exercises/lru-cache/';
const TIMES = 11;
const KILOBYTE = 1000;

export async function benchRunners(): Promise<Figure[]> {
  const executablePath = await provideBrowser(process.execPath);
  if (executablePath === undefined) throw new Error(BROWSER_HINT);
  const { base } = await build(process.execPath);
  const server = await startServer({ folder: path.join(ROOT, 'dist'), base, port: 4691 });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const address = `http://localhost:${server.port}${base}`;
  try {
    return [
      ...measureScripts(),
      ...(await measurePython(browser, address)),
      ...(await measurePostgres(browser, address)),
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

function measureScripts(): Figure[] {
  const size = (start: string, pack: (content: Buffer) => Buffer): number => {
    const folder = path.join(ROOT, 'dist/_astro');
    const files = readdirSync(folder).filter((name) => name.startsWith(start) && name.endsWith('.js'));
    return files.reduce((sum, name) => sum + pack(readFileSync(path.join(folder, name))).length, 0) / KILOBYTE;
  };
  const glue = size('RunScripts', (content) => brotliCompressSync(content));
  return [
    { what: 'script of a page with blocks, before Run', value: glue, unit: 'kB', budget: 2 },
    { what: 'editor, gzip', value: size('codemirror', (content) => gzipSync(content)), unit: 'kB', budget: 140 },
  ];
}

async function measurePython(browser: Browser, address: string): Promise<Figure[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const transferred = await countTransfers(page);
  await page.goto(`${address}${NOTE}`);
  const before = transferred();
  const first = await timeRun(page, 'study-run');
  const bytes = transferred() - before;
  const said = await readSize(page, 'python');
  const next = await timeAgain(page, 'study-run');
  await waitForSnapshot(page);
  await page.goto(`${address}${NOTE}?again`);
  const later = await timeRun(page, 'study-run');
  const tests = await timeTests(page, address);
  const longest = await findLongestTask(context, address);
  await context.close();
  return [
    { what: 'Python: first Run ever', value: first, unit: 'ms', budget: 7000 },
    { what: 'Python: first Run of a later visit', value: later, unit: 'ms', budget: 1500 },
    { what: 'Python: next Run, median', value: next, unit: 'ms', budget: 100 },
    { what: 'Python: downloaded, off what is said by', value: difference(bytes, said), unit: '%', budget: 5 },
    { what: 'tests of an exercise, median', value: tests, unit: 'ms', budget: 150 },
    { what: 'longest task of the page in a flood of output', value: longest, unit: 'ms', budget: 200 },
  ];
}

async function measurePostgres(browser: Browser, address: string): Promise<Figure[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const transferred = await countTransfers(page);
  await openCode(page, address, 'sql', 'SELECT 1;');
  const before = transferred();
  const first = await timeRun(page, 'study-playground');
  const bytes = transferred() - before;
  const said = await page.evaluate(() => {
    const { postgres } = JSON.parse(document.getElementById('study-runners')?.textContent ?? '{}');
    const files: { wire: number }[] = Object.values(postgres.files);
    return files.reduce((sum, { wire }) => sum + wire, postgres.script as number);
  });
  const next = await timeAgain(page, 'study-playground');
  await context.close();
  return [
    { what: 'PostgreSQL: first Run ever', value: first, unit: 'ms', budget: 5000 },
    { what: 'PostgreSQL: next Run, median', value: next, unit: 'ms', budget: 1000 },
    { what: 'PostgreSQL: downloaded, off what is said by', value: difference(bytes, said), unit: '%', budget: 5 },
  ];
}

/** Bytes on the wire of everything that the page and its workers have asked for. */
async function countTransfers(page: Page): Promise<() => number> {
  let bytes = 0;
  const pending: Promise<void>[] = [];
  page.context().on('requestfinished', (request) => {
    pending.push(
      request.sizes().then(({ responseBodySize }) => {
        bytes += responseBodySize;
      }),
    );
  });
  return () => bytes;
}

/** Milliseconds from the press of Run to the ending of the first such element. */
function timeRun(page: Page, element: string): Promise<number> {
  return page.evaluate(async (name) => {
    const block = document.querySelector<HTMLElement>(name);
    if (block === null) throw new Error(`The page has no ${name}.`);
    delete block.dataset.ending;
    const started = performance.now();
    await new Promise<void>((resolve) => {
      new MutationObserver(() => block.dataset.ending && resolve()).observe(block, { attributes: true });
      block.querySelector<HTMLElement>('[data-run=run]')?.click();
    });
    return performance.now() - started;
  }, element);
}

async function timeAgain(page: Page, element: string): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    times.push(await timeRun(page, element));
    // A reader reads before they press again; by then the next database is ready.
    await page.waitForTimeout(1500);
  }
  return median(times);
}

async function timeTests(page: Page, address: string): Promise<number> {
  await page.goto(`${address}${EXERCISE}`);
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const ms = await page.evaluate(async () => {
      const exercise = document.querySelector('study-exercise');
      const button = [...(exercise?.querySelectorAll('button') ?? [])].find(({ textContent }) =>
        textContent?.includes('Run the tests'),
      );
      if (exercise === null || button === undefined) throw new Error('The page has no exercise.');
      const started = performance.now();
      button.click();
      await new Promise<void>((resolve) => {
        const look = () =>
          /\d+ of \d+ tests/.test(exercise.textContent ?? '') && !button.ariaDisabled?.includes('true')
            ? resolve()
            : requestAnimationFrame(look);
        requestAnimationFrame(look);
      });
      return performance.now() - started;
    });
    times.push(ms);
  }
  return median(times);
}

/** The snapshot is kept after the first program, when its reader reads. */
async function waitForSnapshot(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => {
      for (const name of await caches.keys()) if ((await (await caches.open(name)).keys()).length > 0) return true;
      return false;
    },
    undefined,
    { timeout: 30_000 },
  );
}

async function findLongestTask(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  await openCode(page, address, 'python', 'while True: print("x" * 500)');
  await timeRun(page, 'study-playground');
  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ['longtask'],
    });
    Object.assign(window, { tasks });
  });
  await timeRun(page, 'study-playground');
  return page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks));
}

async function openCode(page: Page, address: string, language: 'python' | 'sql', code: string): Promise<void> {
  await page.goto(`${address}playground/${await printFragment({ language, code })}`);
  await page.locator('study-playground[data-ready]').waitFor();
}

function readSize(page: Page, engine: 'python'): Promise<number> {
  return page.evaluate((name) => {
    const { files } = JSON.parse(document.getElementById('study-runners')?.textContent ?? '{}')[name];
    return Object.values(files as Record<string, { wire: number }>).reduce((sum, { wire }) => sum + wire, 0);
  }, engine);
}

function difference(measured: number, said: number): number {
  return (Math.abs(measured - said) / said) * 100;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
