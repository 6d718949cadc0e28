/** Every request of a save is broken in turn, in every way that servers and networks have; two tabs save at once. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { MANIFEST } from './manifest.ts';
import { createMark } from './mark.ts';
import { createOffline, type Offline } from './offline.ts';
import { createSavedPages } from './saved-pages.ts';
import { openOfflineStore } from './store.ts';
import { FakeCaches } from './testing/fake-caches.ts';
import { BASE, FakeSite } from './testing/fake-site.ts';

const FIRST = { site: { 'index.html': 'home 1', 'gil/index.html': 'the GIL', '_astro/a.css': 'style' } };
const SECOND = { site: { 'index.html': 'home 2', 'gil/index.html': 'the new GIL', '_astro/a.css': 'style' } };
const CHANGED = ['index.html', 'gil/index.html'];

const FAULTS: Readonly<Record<string, () => Response>> = {
  'is not there': () => new Response('', { status: 404 }),
  'makes the server fail': () => new Response('', { status: 500 }),
  'comes as a page of the host': () => new Response('<title>Welcome to the hotel’s network</title>'),
  'comes empty': () => new Response(''),
  'breaks off on its way': () =>
    new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError('network error')) })),
  'does not come': () => {
    throw new TypeError('Failed to fetch');
  },
};

let site: FakeSite;
let caches: FakeCaches;
let items: Map<string, string>;
let queue: Promise<unknown>;

beforeEach(() => {
  site = new FakeSite(FIRST);
  caches = new FakeCaches();
  items = new Map();
  queue = Promise.resolve();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

function openTab(): Offline {
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
  return createOffline({
    store: openOfflineStore(caches, 'x'),
    mark: createMark('pskb', () => storage),
    base: BASE,
    fetch: site.fetch,
    now: () => 7,
    findRoom: async () => undefined,
    register: async () => {},
    unregister: async () => {},
    // As the browser's locks do it, for all tabs.
    lock: (work) => {
      const turn = queue.then(work);
      queue = turn.catch(() => undefined);
      return turn;
    },
  });
}

async function readSaved(): Promise<Record<string, string | undefined>> {
  const store = openOfflineStore(caches, 'x');
  const pages = [...createSavedPages(await store.readIndex())];
  return Object.fromEntries(await Promise.all(pages.map(async ([path, blob]) => [path, await textOf(store, blob)])));
}

async function textOf(store: ReturnType<typeof openOfflineStore>, blob: string): Promise<string | undefined> {
  return (await store.open(blob))?.text();
}

describe.each(Object.entries(FAULTS))('where a file %s', (_, fault) => {
  test.each([MANIFEST, ...CHANGED])('%s: what was saved stays whole, and the next attempt ends well', async (path) => {
    await openTab().save(['site']);
    site.groups = SECOND;
    site.faults.set(path, fault);
    expect(await openTab().save(['site'])).toMatch(/network|changed/);
    expect(await readSaved()).toEqual(FIRST.site);
    site.faults.clear();
    expect(await openTab().save(['site'])).toBeUndefined();
    expect(await readSaved()).toEqual(SECOND.site);
  });
});

test.each([0, 1, 2, 3, 4, 5])(
  'where the browser is full after %i more entries, what was saved stays whole',
  async (more) => {
    await openTab().save(['site']);
    site.groups = { site: { ...SECOND.site, 'orm/index.html': 'the ORM', 'a/index.html': 'a', 'b/index.html': 'b' } };
    // The index, three files: and then as many.
    caches.room = 4 + more;
    const problem = await openTab().save(['site']);
    expect(problem).toBe(more < 5 ? 'full' : undefined);
    expect(await readSaved()).toEqual(more < 5 ? FIRST.site : site.groups.site);
    // Nothing of the attempt takes room.
    if (more < 5) expect([...caches.stored.values()][0]?.size).toBe(4);
  },
);

test('two tabs that save at once fetch each file once', async () => {
  const [one, other] = [openTab(), openTab()];
  expect(await Promise.all([one.save(['site']), other.save(['site'])])).toEqual([undefined, undefined]);
  expect(site.asked.toSorted()).toEqual(Object.keys(FIRST.site).toSorted());
  expect(await readSaved()).toEqual(FIRST.site);
});

test('a tab that removes while another saves leaves what it was asked to', async () => {
  const [one, other] = [openTab(), openTab()];
  let removing: Promise<void> | undefined;
  site.before = (path) => {
    if (path === 'gil/index.html') removing = other.remove('site');
  };
  await one.save(['site']);
  await removing;
  await other.refresh();
  expect(await readSaved()).toEqual({});
  expect(other.view.get().states).toEqual({ site: { kind: 'none' } });
});
