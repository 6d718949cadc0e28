import { expect, test } from 'vitest';
import { parseManifest, printManifest } from './manifest.ts';

const FILE = { path: 'es/index.html', hash: 'a1', wire: 10, disk: 30 };
const PACKED = { path: 'vendor/x-1/x.wasm.gz', hash: 'b2', wire: 5, disk: 5, unpacked: 'c3' };

test('a manifest is read as it was written, group by group', () => {
  const parts = { shell: [FILE], postgres: [PACKED], empty: [] };
  const groups = { site: ['shell', 'empty'], postgres: ['shell', 'postgres'] };
  expect(parseManifest(JSON.parse(printManifest(parts, groups)))).toEqual({
    site: [FILE],
    postgres: [FILE, PACKED],
  });
});

test.each([
  ['nothing', undefined],
  ['a page that says that there is no such file', 'Not found'],
  ['another version', { version: 3, parts: {}, groups: {} }],
  ['no parts', { version: 2, groups: {} }],
  ['no groups', { version: 2, parts: {} }],
  ['a part that lists nothing', { version: 2, parts: { shell: [] }, groups: {} }],
  ['a file without its sizes', { version: 2, parts: { shell: { 'index.html': ['a1'] } }, groups: {} }],
  ['a group of parts that are not there', { version: 2, parts: {}, groups: { site: ['shell'] } }],
])('%s is no manifest', (_, value) => {
  expect(parseManifest(value)).toBeUndefined();
});
