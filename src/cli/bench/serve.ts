/**
 * What one machine serves: the built site behind nginx with the configuration of our guide, asked by wrk on the same machine. Both
 * share its cores, so a server that only serves does better.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { readStamp } from '../site/build.mjs';
import { findNginx, startNginx } from '../site/nginx.ts';
import type { Figure } from './figure.ts';

const BUILT = path.resolve(import.meta.dirname, '../../../dist');
/** Readers at once, and for how long they ask; wrk asks again as soon as it has an answer. */
const LOAD = ['-t2', '-c64', '-d8s', '--latency'];
const PACKED = 'Accept-Encoding: gzip';
/** A large page, as large as notes are. */
const PAGE = 'python-internals/gil/';

/** @throws {Error} where a program or the built site is missing */
export async function benchServe(): Promise<Figure[]> {
  const stamp = readStamp('dist');
  if (stamp === undefined) throw new Error('dist does not hold a finished build: run npm run build');
  if (findNginx() === undefined || spawnSync('wrk').error !== undefined) {
    throw new Error('nginx and wrk are needed: apt-get install nginx-light wrk');
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'study-serve-'));
  const root = path.join(folder, 'www');
  const site = path.join(root, stamp.base);
  cpSync(BUILT, site, { recursive: true });
  cpSync(path.join(BUILT, '_nginx.conf'), path.join(root, '_nginx.conf'));
  const port = await findPort();
  const server = startNginx({ folder, root, listen: `127.0.0.1:${port}` });
  const address = `http://127.0.0.1:${port}${stamp.base}`;
  try {
    const unpacked = measure('a note, compressed at each request', address + PAGE, PACKED);
    const script = `_astro/${findLargest(path.join(site, '_astro'), '.js')}`;
    for (const file of [path.join(site, PAGE, 'index.html'), path.join(site, script)]) {
      writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
    }
    const { headers } = await fetch(address + PAGE, { headers: { 'accept-encoding': 'gzip' } });
    return [
      ...unpacked,
      ...measure('a note, compressed once', address + PAGE, PACKED),
      ...measure('a note that is not new (304)', address + PAGE, PACKED, `If-None-Match: ${headers.get('etag')}`),
      ...measure('the largest script', address + script, PACKED),
    ];
  } finally {
    server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Asks for one address as often as it is answered. */
function measure(what: string, address: string, ...headers: string[]): Figure[] {
  const words = [...LOAD, ...headers.flatMap((header) => ['-H', header]), address];
  const { stdout, status } = spawnSync('wrk', words, { encoding: 'utf8' });
  const [, rate] = /^Requests\/sec:\s*([\d.]+)/m.exec(stdout) ?? [];
  const [, latency, unit] = /^\s*99%\s+([\d.]+)(us|ms|s)\s*$/m.exec(stdout) ?? [];
  if (status !== 0 || rate === undefined || latency === undefined || /Non-2xx or 3xx/.test(stdout))
    throw new Error(stdout);
  const milliseconds = Number(latency) * (unit === 's' ? 1000 : unit === 'us' ? 0.001 : 1);
  return [
    { what, value: Number(rate), unit: '/s' },
    { what: `${what}: 99 of 100 within`, value: milliseconds, unit: 'ms' },
  ];
}

function findLargest(folder: string, end: string): string {
  const files = readdirSync(folder).filter((file) => file.endsWith(end));
  const [largest = ''] = files.sort(
    (a, b) => statSync(path.join(folder, b)).size - statSync(path.join(folder, a)).size,
  );
  return largest;
}

/** One that is free now. */
async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
}
