import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSearchServer } from './search-server.ts';

const site = mkdtempSync(path.join(tmpdir(), 'study-search-'));
const handle = createSearchServer(path.join(site, 'search-index'), '/some/base/');
const server = createServer((request, response) => handle(request, response, () => response.end('next')));
const ask = (address: string) => fetch(`http://localhost:${(server.address() as AddressInfo).port}${address}`);

beforeAll(async () => {
  writeFileSync(path.join(site, 'secret.txt'), 'secret');
  await new Promise<void>((resolve) => server.listen(0, resolve));
});
afterAll(() => {
  server.close();
  rmSync(site, { recursive: true });
});

test('before the first build no language has an index, which is not an error', async () => {
  const response = await ask('/some/base/search-index/languages.json');
  expect([response.status, await response.text()]).toEqual([200, '{}']);
});

test('files of the last build are served, with or without the base; nothing beside them is', async () => {
  mkdirSync(path.join(site, 'search-index', 'en'), { recursive: true });
  writeFileSync(path.join(site, 'search-index', 'en', 'words.txt'), 'gil 3');
  const response = await ask('/some/base/search-index/en/words.txt?again');
  expect([response.headers.get('content-type'), await response.text()]).toEqual(['text/plain', 'gil 3']);
  expect((await ask('/search-index/en/words.txt')).status).toBe(200);
  expect((await ask('/some/base/search-index/..%2fsecret.txt')).status).toBe(404);
  expect((await ask('/some/base/search-index/en/')).status).toBe(404);
  expect(await (await ask('/some/base/django/')).text()).toBe('next');
});
