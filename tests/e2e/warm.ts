/**
 * Tests whose reader was here before: the engines are downloaded and prepared, as they are from a second visit on, and
 * nothing else is left of the test before. A first visit is tested where it is the point. Whatever code a test runs, no
 * request may leave the site.
 */
import { type BrowserContext, test as cold, expect } from '@playwright/test';
import { recordForeignRequests } from './origins.ts';

export { expect };

/** `use` is typed by the test runner. */
export const test = cold.extend<object, { warmContext: BrowserContext; foreign: string[] }>({
  warmContext: [
    async ({ browser }, use) => {
      const context = await browser.newContext();
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  foreign: [async ({ warmContext }, use) => use(recordForeignRequests(warmContext)), { scope: 'worker' }],
  context: async ({ warmContext, foreign }, use) => {
    await use(warmContext);
    await forgetReader(warmContext);
    expect(foreign.splice(0), 'requests that left the site').toEqual([]);
  },
  page: async ({ context }, use) => {
    const page = await context.newPage();
    await use(page);
  },
});

/** Removes what the reader did and leaves what the browser downloaded. */
async function forgetReader(context: BrowserContext): Promise<void> {
  const [page, ...others] = context.pages();
  await Promise.all(others.map((other) => other.close()));
  if (page === undefined) return;
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  // A page without scripts holds no database open.
  await page.goto('favicon.svg');
  await page.evaluate(async () => {
    localStorage.clear();
    sessionStorage.clear();
    const databases = await indexedDB.databases();
    const removed = databases.map(
      ({ name = '' }) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase(name);
          request.onsuccess = () => resolve();
          request.onerror = () => reject(request.error);
        }),
    );
    await Promise.all(removed);
  });
  await page.close();
}
