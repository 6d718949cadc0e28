/** What the first visit of a page fetches stays within its budget: `npm run bench -- bytes` prints the same as a table. */
import { expect, test } from '@playwright/test';
import { BYTE_BUDGETS } from '../../src/cli/bench/bytes.ts';
import { listFetchedFiles, listOverBudget } from '../../src/cli/bench/page-bytes.ts';

for (const [path, budgets] of Object.entries(BYTE_BUDGETS)) {
  test(`/${path} fetches no more than its budget`, async ({ request, baseURL }) => {
    const base = new URL(baseURL ?? '').pathname;
    const files = await listFetchedFiles(path, base, async (file) => {
      const response = await request.get(file.replace(/index\.html$/, ''));
      expect(response.status(), file).toBe(200);
      return response.body();
    });
    expect(listOverBudget(files, budgets)).toEqual([]);
  });
}

test('a note fetches no script or style that its table does not count, until somebody touches it', async ({
  page,
  request,
  baseURL,
}) => {
  const path = 'python-internals/gil/';
  const { pathname: base } = new URL(baseURL ?? '');
  const counted = await listFetchedFiles(path, base, async (file) =>
    (await request.get(file.replace(/index\.html$/, ''))).body(),
  );
  const fetched = new Set<string>();
  page.on('request', (asked) => {
    const { pathname } = new URL(asked.url());
    if (/\.(css|js)$/.test(pathname)) fetched.add(pathname.slice(base.length));
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  const known = counted.map(({ file }) => file);
  expect([...fetched].filter((file) => !known.includes(file))).toEqual([]);
  expect(known.filter((file) => /\.(css|js)$/.test(file) && !fetched.has(file))).toEqual([]);
});
