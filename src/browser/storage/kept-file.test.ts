import { beforeEach, expect, test } from 'vitest';
import { createKeptFileStore } from './kept-file.ts';
import { resetDatabases } from './testing/faulty-database.ts';
import { connect, openRaw } from './testing/log-tab.ts';

beforeEach(resetDatabases);

test('nothing is kept at first, and after it was given up', async () => {
  const kept = createKeptFileStore(connect());
  expect(await kept.read()).toBeUndefined();
  expect(await kept.keep(undefined)).toBe(true);
  expect(await kept.read()).toBeUndefined();
});

test.each([[5], [{ handle: {}, siteTitle: 'T' }], [{ siteTitle: 'T' }]])('%j is no file', async (value) => {
  await (await openRaw()).put('meta', value, 'auto-save');
  expect(await createKeptFileStore(connect()).read()).toBeUndefined();
});
