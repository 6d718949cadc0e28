import { expect, test } from 'vitest';
import { unpack } from './unpack.ts';

const content = new TextEncoder().encode('what an engine needs '.repeat(500));

async function pack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** In pieces, as a network brings it; the first may be a single byte. */
function streamOf(bytes: Uint8Array<ArrayBuffer>, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

test.each([1, 7, 100_000])('a file is unpacked in pieces of %i bytes, and its progress told', async (size) => {
  const packed = await pack(content);
  const shares: number[] = [];
  const sizes = { wire: packed.length, raw: content.length };
  const unpacked = await unpack(streamOf(packed, size), sizes, (share) => shares.push(share));
  expect(new Uint8Array(await new Response(unpacked).arrayBuffer())).toEqual(content);
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});

test('a file that the browser has unpacked already is left as it is', async () => {
  const shares: number[] = [];
  const sizes = { wire: 100, raw: content.length };
  const unpacked = await unpack(streamOf(content, 1000), sizes, (share) => shares.push(share));
  expect(new Uint8Array(await new Response(unpacked).arrayBuffer())).toEqual(content);
  expect(shares.at(-1)).toBe(1);
});

test('an empty file and one that breaks off are told apart', async () => {
  const empty = await unpack(streamOf(new Uint8Array(), 1), { wire: 1, raw: 1 }, () => {});
  expect((await new Response(empty).arrayBuffer()).byteLength).toBe(0);
  const packed = await pack(content);
  const broken = await unpack(streamOf(packed.slice(0, -20), 50), { wire: 1, raw: 1 }, () => {});
  await expect(new Response(broken).arrayBuffer()).rejects.toThrow();
});
