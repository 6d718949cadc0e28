import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gunzip } from './gunzip.ts';

function streamOf(bytes: Uint8Array, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  const parts = Array.from(
    { length: Math.ceil(bytes.length / size) },
    (_, index) => new Uint8Array(bytes.slice(index * size, (index + 1) * size)),
  );
  return new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part === undefined) controller.close();
      else controller.enqueue(part);
    },
  });
}

const read = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) =>
  new Uint8Array(await new Response(stream).arrayBuffer());

test('gives the content, whether or not the host has unpacked it, in pieces of any size', async () => {
  // A text: content that begins like a gzip file would be taken for one.
  const texts = fc.string({ minLength: 0, maxLength: 300 }).map((text) => new TextEncoder().encode(text));
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 50 }), fc.boolean(), async (bytes, size, isPacked) => {
      const sent = isPacked ? new Uint8Array(gzipSync(bytes)) : bytes;
      expect(await read(gunzip(streamOf(sent, size)))).toEqual(bytes);
    }),
  );
});

test('fails on a file that is cut off', async () => {
  const packed = new Uint8Array(gzipSync('a text of some length that is cut off')).slice(0, -12);
  await expect(read(gunzip(streamOf(packed, 7)))).rejects.toThrow();
});
