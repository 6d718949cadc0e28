import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { hashText } from '../../browser/offline/testing/fake-site.ts';
import { describeFile } from './files.ts';

test('a page weighs less on the wire than on disk, and has the hash that a browser computes', async () => {
  const text = '<p>again and again</p>'.repeat(100);
  const { hash, wire, disk, unpacked } = await describeFile('index.html', Buffer.from(text));
  expect(hash).toBe(await hashText(text));
  expect(disk).toBe(text.length);
  expect(wire).toBeLessThan(disk / 10);
  expect(unpacked).toBeUndefined();
});

test('a packed file weighs the same, and is also known by what it holds', async () => {
  const packed = gzipSync('engine'.repeat(100));
  const { wire, disk, unpacked } = await describeFile('vendor/x-1/x.wasm.gz', packed);
  expect([wire, disk]).toEqual([packed.length, packed.length]);
  expect(unpacked).toBe(await hashText('engine'.repeat(100)));
});
