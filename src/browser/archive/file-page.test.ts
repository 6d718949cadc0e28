import { afterEach, expect, test, vi } from 'vitest';
import { startFilePage, toFile } from './file-page.ts';

const ROOT = 'file:///home/ada/study/';

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['/study/', `${ROOT}index.html`],
  ['/study/gil/#lock', `${ROOT}gil/index.html#lock`],
  ['/study/exercises/lru-cache.zip', `${ROOT}exercises/lru-cache.zip`],
  ['gil/index.html', undefined],
  ['https://example.org/study/', undefined],
  ['', undefined],
])('%s is found on the disk', (address, expected) => {
  expect(toFile(address, '/study/', ROOT)).toBe(expected);
});

test('so it is for a site that was built for the root of a host', () => {
  expect(toFile('/es/', '/', ROOT)).toBe(`${ROOT}es/index.html`);
  expect(toFile('//example.org/', '/', ROOT)).toBeUndefined();
});

test('a file that is asked for again while it is loaded is loaded once, and answers both', async () => {
  const scripts: { src?: string; onerror?: () => void }[] = [];
  vi.stubGlobal('fetch', undefined);
  vi.stubGlobal('studyData', undefined);
  vi.stubGlobal('document', {
    querySelectorAll: () => [],
    addEventListener: () => undefined,
    createElement: () => ({}),
    head: { append: (script: object) => scripts.push(script) },
  });
  await startFilePage({ base: '/study/', root: ROOT, scripts: {} });
  const read = async () => (await fetch('/study/cards/en/index.json')).json();

  const both = Promise.all([read(), read()]);
  expect(scripts.map(({ src }) => src)).toEqual([`${ROOT}cards/en/index.json.js`]);
  globalThis.studyData?.('cards/en/index.json', '{"decks":[]}');
  expect(await both).toEqual([{ decks: [] }, { decks: [] }]);

  const failing = Promise.allSettled([read(), read()]);
  scripts[1]?.onerror?.();
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  // What was not there may be by now.
  void read().catch(() => undefined);
  expect(scripts).toHaveLength(3);
});
