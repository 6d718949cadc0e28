import { expect, test } from 'vitest';
import { downloadFile, type Fetch } from './download.ts';
import { BASE, describeText, hashText } from './testing/fake-site.ts';

const { signal } = new AbortController();

test('a file is asked for by its encoded address, past every cache, and kept without what tells of the wire', async () => {
  const asked: unknown[] = [];
  const fetch: Fetch = async (url, { cache }) => {
    asked.push(url, cache);
    return new Response('text', {
      headers: { 'content-encoding': 'gzip', 'content-length': '3', 'content-type': 'text/html' },
    });
  };
  const response = await downloadFile(await describeText('notas/qué #1/index.html', 'text'), BASE, fetch, signal);
  expect(asked).toEqual(['/some/base/notas/qu%C3%A9%20%231/index.html', 'reload']);
  expect([...response.headers]).toEqual([['content-type', 'text/html']]);
  expect(await response.text()).toBe('text');
});

test('a file whose address never changes is taken from the browser’s cache, and asked for anew if it is damaged there', async () => {
  const asked: unknown[] = [];
  const fetch: Fetch = async (_, { cache }) => {
    asked.push(cache);
    return new Response(cache === 'reload' ? 'whole' : 'who');
  };
  const file = await describeText('_astro/page.js', 'whole');
  expect(await (await downloadFile(file, BASE, fetch, signal)).text()).toBe('whole');
  expect(asked).toEqual(['default', 'reload']);
});

test('a packed file counts if the browser has unpacked it, and is packed again', async () => {
  const file = { ...(await describeText('vendor/x-1/x.wasm.gz', 'packed')), unpacked: await hashText('unpacked') };
  const kept = await downloadFile(file, BASE, async () => new Response('unpacked'), signal);
  expect(await new Response(kept.body?.pipeThrough(new DecompressionStream('gzip'))).text()).toBe('unpacked');
  await expect(downloadFile(file, BASE, async () => new Response('else'), signal)).rejects.toMatchObject({
    kind: 'changed',
  });
});

test.each([
  ['changed', async () => new Response('other')],
  ['changed', async () => new Response('', { status: 404 })],
  ['network', async () => new Response('', { status: 503 })],
  ['network', () => Promise.reject(new TypeError('Failed to fetch'))],
])('it is "%s" that a file does not come as it should', async (kind, fetch) => {
  await expect(downloadFile(await describeText('index.html', 'text'), BASE, fetch, signal)).rejects.toMatchObject({
    kind,
  });
});
