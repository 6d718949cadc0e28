import { expect, test } from 'vitest';
import { parseManifest, printManifest } from './manifest.ts';

const FILE = { path: 'es/index.html', hash: 'a1', wire: 10, disk: 30 };
const PACKED = { path: 'vendor/x-1/x.wasm.gz', hash: 'b2', wire: 5, disk: 5, unpacked: 'c3' };

test('a manifest is read as it was written', () => {
  const groups = { site: [FILE], postgres: [PACKED], empty: [] };
  expect(parseManifest(JSON.parse(printManifest(groups)))).toEqual(groups);
});

test.each([
  ['nothing', undefined],
  ['a page that says that there is no such file', 'Not found'],
  ['another version', { version: 2, groups: {} }],
  ['no groups', { version: 1 }],
  ['a group that lists nothing', { version: 1, groups: { site: [] } }],
  ['a file without its sizes', { version: 1, groups: { site: { 'index.html': ['a1'] } } }],
])('%s is no manifest', (_, value) => {
  expect(parseManifest(value)).toBeUndefined();
});
