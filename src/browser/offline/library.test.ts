import { expect, test } from 'vitest';
import { openLibrary } from './library.ts';
import { commit, NOTHING_SAVED } from './saved-index.ts';
import { openOfflineStore } from './store.ts';
import { FakeCaches } from './testing/fake-caches.ts';

const SCOPE = 'https://example.org/some/base/';
const file = (path: string, hash: string) => ({ path, hash, wire: 1, disk: 1 });
const FILES = [file('gil/index.html', '1'), file('not-saved/index.html', '2')];

async function save(store: ReturnType<typeof openOfflineStore>): Promise<void> {
  const headers = { 'content-type': 'text/html' };
  await store.keep('1.html', new Response('the GIL', { headers }));
  await store.keep('2.html', new Response('not saved', { headers }));
  await store.writeIndex(commit(NOTHING_SAVED, { site: FILES }, ['site'], 0));
}

function visit(path: string) {
  return { path, isVisit: true, isReload: false, strategy: 'network-first' } as const;
}

test('a saved page comes with its type, and one without its slash is led to it with its query', async () => {
  const store = openOfflineStore(new FakeCaches(), 'x');
  await save(store);
  const library = openLibrary(store, SCOPE);
  const page = await library.find(visit('gil/'), `${SCOPE}gil/`);
  expect([await page?.text(), page?.headers.get('content-type')]).toEqual(['the GIL', 'text/html']);
  const redirect = await library.find(visit('gil'), `${SCOPE}gil?q=lock`);
  expect([redirect?.status, redirect?.headers.get('location')]).toEqual([302, `${SCOPE}gil/?q=lock`]);
});

test('a page that is not saved is the one that says so, for visits only', async () => {
  const store = openOfflineStore(new FakeCaches(), 'x');
  await save(store);
  const library = openLibrary(store, SCOPE);
  expect(await library.find(visit('orm/'), `${SCOPE}orm/`)).toBeUndefined();
  const missing = await library.findMissing(visit('orm/'));
  expect([missing?.status, await missing?.text()]).toEqual([503, 'not saved']);
  expect(await library.findMissing({ ...visit('x.js'), isVisit: false })).toBeUndefined();
});

test('what a page saves or removes meanwhile is noticed', async () => {
  const caches = new FakeCaches();
  const store = openOfflineStore(caches, 'x');
  const library = openLibrary(store, SCOPE);
  expect(await library.find(visit('gil/'), `${SCOPE}gil/`)).toBeUndefined();
  // To look makes no cache.
  expect(caches.stored.size).toBe(0);
  await save(store);
  expect(await (await library.find(visit('gil/'), `${SCOPE}gil/`))?.text()).toBe('the GIL');
  await store.clear();
  expect(await library.find(visit('gil/'), `${SCOPE}gil/`)).toBeUndefined();
});
