import { afterEach, expect, test, vi } from 'vitest';
import { createTemplateStore } from './template-store.ts';

/** As much of CacheStorage as the store uses. */
function createCaches() {
  const entries = new Map<string, Response>();
  const cache = {
    keys: async () => [...entries.keys()].map((url) => ({ url })),
    match: async (key: string) => entries.get(key)?.clone(),
    put: async (key: string, response: Response) => void entries.set(key, new Response(await response.blob())),
    delete: async (key: string | { url: string }) => entries.delete(typeof key === 'string' ? key : key.url),
  };
  return { entries, storage: { open: async () => cache } as unknown as CacheStorage };
}

const OLD = 'https://site.test/vendor/pglite-1/';
const NEW = 'https://site.test/vendor/pglite-2/';

afterEach(() => {
  vi.restoreAllMocks();
});

test('a template is kept packed and comes back as it was', async () => {
  const { entries, storage } = createCaches();
  const store = createTemplateStore('study:postgres', NEW, storage);
  expect(await store.load()).toBeUndefined();
  await store.save(new Blob(['x'.repeat(10_000)]));
  expect(await (await store.load())?.text()).toBe('x'.repeat(10_000));
  expect((await [...entries.values()][0]?.clone().blob())?.size).toBeLessThan(200);
  await store.drop();
  expect(await store.load()).toBeUndefined();
});

test('a template of another version is not used, and makes room', async () => {
  const { entries, storage } = createCaches();
  await createTemplateStore('study:postgres', OLD, storage).save(new Blob(['old']));
  const store = createTemplateStore('study:postgres', NEW, storage);
  expect(await store.load()).toBeUndefined();
  await store.save(new Blob(['new']));
  expect([...entries.keys()]).toEqual([`${NEW}template.tar.gz`]);
});

test('where nothing can be kept, or what was kept is damaged, there is no template', async () => {
  const info = vi.spyOn(console, 'info').mockImplementation(() => {});
  const refused = createTemplateStore('a', NEW, { open: () => Promise.reject(new Error('denied')) } as never);
  expect(await refused.load()).toBeUndefined();
  await refused.save(new Blob(['x']));
  await refused.drop();
  expect(info).toHaveBeenCalledTimes(3);
  const { entries, storage } = createCaches();
  entries.set(`${NEW}template.tar.gz`, new Response('not gzip'));
  expect(await createTemplateStore('a', NEW, storage).load()).toBeUndefined();
});
