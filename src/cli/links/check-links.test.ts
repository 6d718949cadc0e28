import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CheckOptions, checkLinks } from './check-links.ts';
import { writeReport } from './report.ts';

const asked: string[] = [];
let server: Server;
let local: string;

const ANSWERS: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  '/alive': (_, response) => response.end(),
  '/gone': (_, response) => response.writeHead(404).end(),
  '/only-get': ({ method }, response) => response.writeHead(method === 'HEAD' ? 405 : 200).end('text'),
  '/moved': (_, response) => response.writeHead(301, { location: '/alive' }).end(),
  '/for-now': (_, response) => response.writeHead(302, { location: '/alive' }).end(),
  '/moved-to-nothing': (_, response) => response.writeHead(308, { location: '/gone' }).end(),
  '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/forbidden': (_, response) => response.writeHead(403).end(),
  '/silent': () => undefined,
};

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    ANSWERS[request.url ?? '']?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  local = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const options: CheckOptions = {
  fetch: (...request) => fetch(...request),
  timeout: 10_000,
  atOnce: 3,
  pause: 1000,
  wait: async () => undefined,
};
const linksTo = (...paths: string[]) => paths.map((path) => ({ url: local + path, places: ['content/a.md:1'] }));

async function statesOf(...paths: string[]): Promise<string[]> {
  const checked = await checkLinks(linksTo(...paths), options);
  return checked.map(({ url, state, why, target }) =>
    [url.slice(local.length), state, why, target?.slice(local.length)].filter(Boolean).join(' '),
  );
}

test('what answers is alive, also where only GET is understood', async () => {
  expect(await statesOf('/alive', '/only-get')).toEqual(['/alive alive 200', '/only-get alive 200']);
  expect(asked).toEqual(['HEAD /alive', 'HEAD /only-get', 'GET /only-get']);
});

test('a permanent redirect is a move, a temporary one is not, and neither hides a dead end', async () => {
  expect(await statesOf('/moved', '/for-now', '/moved-to-nothing')).toEqual([
    '/moved moved 200 /alive',
    '/for-now alive 200',
    '/moved-to-nothing dead 404',
  ]);
});

test('a refusal is no death, and a circle ends', async () => {
  expect(await statesOf('/gone', '/forbidden', '/round')).toEqual([
    '/gone dead 404',
    '/forbidden unclear 403',
    '/round unclear more than 8 redirects',
  ]);
});

test('who does not answer in time is unclear, and a name without a server is dead', async () => {
  const silent = await checkLinks(linksTo('/silent'), { ...options, timeout: 50 });
  expect(silent).toMatchObject([{ state: 'unclear', why: 'no answer in 0.05 s' }]);
  const missing = async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code: 'ENOTFOUND' }) });
  };
  expect(await checkLinks(linksTo('/alive'), { ...options, fetch: missing })).toMatchObject([
    { state: 'dead', why: 'ENOTFOUND' },
  ]);
});

test('a host is asked one at a time with a pause, and no more hosts than allowed at once', async () => {
  const open = new Map<string, number>();
  let most = 0;
  const pauses: number[] = [];
  const links = ['a', 'b', 'c', 'd', 'e'].flatMap((host) =>
    [1, 2].map((page) => ({ url: `https://${host}.test/${page}`, places: [] })),
  );
  await checkLinks(links, {
    ...options,
    wait: async (milliseconds) => void pauses.push(milliseconds),
    fetch: async (input) => {
      const { host } = new URL(String(input));
      open.set(host, (open.get(host) ?? 0) + 1);
      expect(open.get(host)).toBe(1);
      most = Math.max(most, open.size);
      await new Promise((resolve) => setImmediate(resolve));
      open.delete(host);
      return new Response();
    },
  });
  expect(most).toBe(3);
  expect(pauses).toEqual([1000, 1000, 1000, 1000, 1000]);
});

test('the report counts all, and names what needs somebody', async () => {
  const checked = await checkLinks(linksTo('/alive', '/moved', '/gone', '/forbidden'), options);
  expect(writeReport(checked).replaceAll(local, 'http://local')).toMatchInlineSnapshot(`
    "4 links: 1 alive, 1 moved, 1 unclear, 1 dead.

    ## Dead: replace them, or take them out

    - <http://local/gone> (404)
      in content/a.md:1

    ## Moved for good: change the address

    - <http://local/moved> (200)
      now <http://local/alive>
      in content/a.md:1

    ## Unclear: open them in a browser

    - <http://local/forbidden> (403)
      in content/a.md:1"
  `);
});
