import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createMark } from './mark.ts';
import { createOffline, type Offline, type OfflineView } from './offline.ts';
import { openOfflineStore } from './store.ts';
import { FakeCaches } from './testing/fake-caches.ts';
import { BASE, FakeSite } from './testing/fake-site.ts';

const FIRST = {
  site: { 'index.html': 'home 1', 'gil/index.html': 'the GIL', '_astro/a.1.css': 'style 1' },
  python: { 'vendor/pyodide-1/pyodide.mjs': 'python 1', '_astro/worker-1.js': 'worker 1' },
};
const SECOND = {
  site: { 'index.html': 'home 2', 'gil/index.html': 'the GIL', '_astro/a.2.css': 'style 2' },
  python: { 'vendor/pyodide-1/pyodide.mjs': 'python 1', '_astro/worker-2.js': 'worker 2' },
};

let site: FakeSite;
let caches: FakeCaches;
let items: Map<string, string>;
let registered: string[];
let room: number | undefined;
let offline: Offline;
let seen: OfflineView[];

/** As a page does that is opened later: what was kept in its memory is gone. */
function openPage(): void {
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
  offline = createOffline({
    store: openOfflineStore(caches, 'pskb:offline:/some/base/'),
    mark: createMark('pskb', () => storage),
    base: BASE,
    fetch: site.fetch,
    now: () => 7,
    findRoom: async () => room,
    register: async () => void registered.push('on'),
    unregister: async () => void registered.push('off'),
    lock: (work) => work(),
  });
  seen = [];
  offline.view.subscribe((view) => seen.push(view));
}

beforeEach(() => {
  site = new FakeSite(FIRST);
  caches = new FakeCaches();
  items = new Map();
  registered = [];
  room = undefined;
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  openPage();
});

const kinds = () =>
  Object.fromEntries(Object.entries(offline.view.get().states).map(([name, { kind }]) => [name, kind]));

/** What a reader without a network gets, by path. */
async function readSaved(): Promise<Record<string, string>> {
  const store = openOfflineStore(caches, 'pskb:offline:/some/base/');
  const { createSavedPages } = await import('./saved-pages.ts');
  const pages: Record<string, string> = {};
  for (const [path, blob] of createSavedPages(await store.readIndex())) {
    pages[path] = (await (await store.open(blob))?.text()) ?? 'lost';
  }
  return pages;
}

test('nothing is kept, registered or remembered before the reader asks', async () => {
  await offline.refresh();
  expect(kinds()).toEqual({ site: 'none', python: 'none' });
  expect(site.asked).toEqual([]);
  expect([caches.stored.size, items.size, registered]).toEqual([0, 0, []]);
});

test('groups are saved one after the other, with their progress', async () => {
  expect(await offline.save(['site', 'python'])).toBeUndefined();
  expect(await readSaved()).toEqual({ ...FIRST.site, ...FIRST.python });
  expect(kinds()).toEqual({ site: 'saved', python: 'saved' });
  expect(items.get('pskb:offline')).toBe('site python');
  const shares = seen.flatMap(({ saving }) => (saving?.batch.join() === 'python' ? [saving.share] : []));
  expect(shares).toEqual([0, 0.5, 1, 1]);
  const waiting = seen.find(({ saving }) => saving?.batch.join() === 'site' && saving.waiting.length > 0);
  expect(waiting?.saving?.waiting).toEqual(['python']);
});

test('an update fetches only what has changed, of all saved groups at once, and drops what the site has no more', async () => {
  await offline.save(['site', 'python']);
  site.groups = SECOND;
  site.asked = [];
  await offline.refresh();
  expect(kinds()).toEqual({ site: 'outdated', python: 'outdated' });
  expect(offline.view.get().states.site).toMatchObject({ wire: 'home 2'.length + 'style 2'.length });
  await offline.save(['site', 'python']);
  expect(site.asked.sort()).toEqual(['_astro/a.2.css', '_astro/worker-2.js', 'index.html']);
  expect(await readSaved()).toMatchObject({ ...SECOND.site, ...SECOND.python });
  const [entries] = caches.stored.values();
  // Five files, the index, and what open pages may still load.
  expect(entries?.size).toBe(8);
  expect(await readSaved()).toMatchObject({ '_astro/a.1.css': 'style 1', '_astro/worker-1.js': 'worker 1' });
});

describe('a save that does not come to its end', () => {
  test('leaves what was saved as it was, and goes on where it was cut off', async () => {
    await offline.save(['site', 'python']);
    site.groups = SECOND;
    site.asked = [];
    site.reach = 1;
    expect(await offline.save(['site', 'python'])).toBe('network');
    expect(await readSaved()).toEqual({ ...FIRST.site, ...FIRST.python });
    const first = site.asked;
    expect(first).toHaveLength(1);

    site.reach = Number.POSITIVE_INFINITY;
    site.asked = [];
    openPage();
    await offline.refresh();
    expect(kinds()).toEqual({ site: 'unfinished', python: 'unfinished' });
    expect(await offline.resume()).toBeUndefined();
    expect(site.asked).toHaveLength(2);
    expect(site.asked).not.toContain(first[0]);
    expect(await readSaved()).toMatchObject({ ...SECOND.site, ...SECOND.python });
    expect(kinds()).toEqual({ site: 'saved', python: 'saved' });
  });

  test('goes on with every group that was asked for', async () => {
    site.reach = 1;
    expect(await offline.save(['site', 'python'])).toBe('network');
    expect(kinds()).toEqual({ site: 'unfinished', python: 'unfinished' });
    expect(items.get('pskb:offline')).toBe('site python');
    site.reach = Number.POSITIVE_INFINITY;
    openPage();
    expect(await offline.resume()).toBeUndefined();
    expect(await readSaved()).toEqual({ ...FIRST.site, ...FIRST.python });
  });

  test('is told apart where a file is not the published one', async () => {
    site.wrong.set('gil/index.html', 'not the GIL');
    expect(await offline.save(['site'])).toBe('changed');
    expect(await readSaved()).toEqual({});
    site.wrong.clear();
    expect(await offline.save(['site'])).toBeUndefined();
    expect(await readSaved()).toEqual(FIRST.site);
  });

  test('throws away what has come where there is no room for the rest, but nothing that was saved', async () => {
    await offline.save(['site']);
    caches.room = 5;
    expect(await offline.save(['python'])).toBe('full');
    expect(await readSaved()).toEqual(FIRST.site);
    expect([...caches.stored.values()][0]?.size).toBe(4);
    expect(kinds()).toEqual({ site: 'saved', python: 'none' });
    expect(items.get('pskb:offline')).toBe('site');
  });

  test('begins no download that the browser says it has no room for', async () => {
    room = 10;
    expect(await offline.save(['site'])).toBe('full');
    expect(site.asked).toEqual([]);
    expect([caches.stored.size, items.size, registered]).toEqual([0, 0, ['on', 'off']]);
  });

  test('is forgotten when the reader gives it up', async () => {
    site.before = (path) => {
      if (path === 'gil/index.html') offline.stop();
    };
    expect(await offline.save(['site', 'python'])).toBe('stopped');
    expect(await readSaved()).toEqual({});
    expect(kinds()).toEqual({ site: 'none', python: 'none' });
    expect([caches.stored.size, items.size, registered]).toEqual([0, 0, ['on', 'off']]);
    expect(await offline.resume()).toBeUndefined();
  });

  test('has not begun without a network, and shows no state that is not so', async () => {
    site.reach = 0;
    expect(await offline.save(['site'])).toBe('network');
    expect(items.size).toBe(0);
  });
});

describe('what is removed', () => {
  test('leaves nothing behind when it is the last', async () => {
    await offline.save(['site', 'python']);
    await offline.remove('python');
    expect(await readSaved()).toEqual(FIRST.site);
    expect(kinds()).toEqual({ site: 'saved', python: 'none' });
    expect(registered).not.toContain('off');
    await offline.remove('site');
    expect([caches.stored.size, items.size]).toEqual([0, 0]);
    expect(registered.at(-1)).toBe('off');
  });

  test('by the browser is noticed, and fetched again without the rest', async () => {
    await offline.save(['site']);
    const [entries] = caches.stored.values();
    const [blob] = [...(entries?.keys() ?? [])].filter((key) => key.includes('/blob/'));
    entries?.delete(blob ?? '');
    await offline.refresh();
    expect(kinds()).toEqual({ site: 'lost', python: 'none' });
    site.asked = [];
    await offline.save(['site']);
    expect(site.asked).toHaveLength(1);
    expect(await readSaved()).toEqual(FIRST.site);

    caches.stored.clear();
    openPage();
    await offline.refresh();
    expect(kinds()).toEqual({ site: 'lost', python: 'none' });
  });
});

test('the caches of another site on the host stay as they are', async () => {
  const other = openOfflineStore(caches, 'pskb:offline:/other/');
  await other.keep('1.html', new Response('theirs'));
  await offline.save(['site']);
  await offline.remove('site');
  expect(await (await other.open('1.html'))?.text()).toBe('theirs');
  expect([...caches.stored.keys()]).toEqual(['pskb:offline:/other/']);
});
