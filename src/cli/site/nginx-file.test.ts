/** By a real nginx, where there is one, on a site of a few files. It listens at a socket: no port can be taken. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeNginxFile } from '../../site/publish/nginx-file.ts';
import { listMovedAddresses } from '../../site/publish/redirects-file.ts';
import { listImmutableFolders, listSecurityHeaders } from '../../site/publish/response-headers.ts';
import { examineConfiguration, findNginx, startNginx } from './nginx.ts';

const SITE = {
  base: '/study/',
  security: listSecurityHeaders(["'sha256-abc='"]),
  immutable: listImmutableFolders(['en']),
};
const LONG = 'x'.repeat(5000);
const FILES: Readonly<Record<string, string | Buffer>> = {
  'index.html': `<h1>Home</h1>${LONG}`,
  'django/orm/index.html': '<h1>ORM</h1>',
  '404.html': '<h1>Not here</h1>',
  'sw.js': 'worker()',
  _headers: 'secret',
  '_nginx.conf': 'secret',
  '.build.json': 'secret',
  'en.webmanifest': '{}',
  '_astro/page.Ab12.js': `page('${LONG}')`,
  '_astro/page.Ab12.css': `live{}${LONG}`,
  // Not the same as what it stands for, so that one sees which was sent.
  '_astro/page.Ab12.css.gz': gzipSync('packed{}'),
  'vendor/engine-1.0/engine.mjs': 'export {}',
  'vendor/engine-1.0/engine.wasm.gz': gzipSync(LONG),
  'search-index/languages.json': '{}',
  'search-index/en/0f/head.json': '{}',
};

let folder: string;
const options = () => ({ folder, root: path.join(folder, 'www'), listen: `unix:${folder}/socket` });

function writeSite(base: string): void {
  const { root } = options();
  rmSync(root, { recursive: true, force: true });
  for (const [name, content] of Object.entries(FILES)) {
    const file = path.join(root, base, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  writeFileSync(
    path.join(root, '_nginx.conf'),
    writeNginxFile({ ...SITE, base }, listMovedAddresses(base, [{ from: 'old/orm', to: 'django/orm' }])),
  );
}

async function ask(address: string, headers: Record<string, string> = {}): Promise<IncomingMessage & { body: string }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ socketPath: `${folder}/socket`, path: address, headers }, resolve)
      .on('error', reject)
      .end();
  });
  return Object.assign(response, { body: await text(response) });
}

const isMissing = findNginx() === undefined;
const hint = isMissing ? ' (skipped: no nginx was found; apt-get install nginx-light brings it)' : '';

describe.skipIf(isMissing)(`behind nginx${hint}`, () => {
  let server: { stop(): void };
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'study-nginx-'));
    writeSite('/study/');
    server = startNginx(options());
  });
  afterAll(() => {
    server.stop();
    rmSync(folder, { recursive: true });
  });

  test('a page has the policy, and is asked for each time and mostly not sent again', async () => {
    const { statusCode, headers, body } = await ask('/study/');
    expect(statusCode).toBe(200);
    expect(body).toContain('Home');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    for (const [name, value] of Object.entries(SITE.security)) expect(headers[name.toLowerCase()]).toBe(value);
    const again = await ask('/study/', { 'if-none-match': headers.etag ?? 'none' });
    expect(again.statusCode).toBe(304);
  });

  test('an address without its slash leads on, with the base and without a host', async () => {
    const { statusCode, headers } = await ask('/study/django/orm');
    expect([statusCode, headers.location]).toEqual([301, '/study/django/orm/']);
  });

  test.each(['/study/old/orm/', '/study/old/orm'])('%s, which moved, leads on', async (address) => {
    const { statusCode, headers } = await ask(address);
    expect([statusCode, headers.location]).toEqual([301, '/study/django/orm/']);
  });

  test('what is not there has status 404 and the page that says so, with its policy', async () => {
    const { statusCode, headers, body } = await ask('/study/no/such/page/');
    expect(statusCode).toBe(404);
    expect(body).toContain('Not here');
    expect(headers['content-security-policy']).toBe(SITE.security['Content-Security-Policy']);
    expect(headers['cache-control']).toBe('no-cache');
  });

  test.each([
    ['_astro/page.Ab12.js', 'public, max-age=31536000, immutable'],
    ['vendor/engine-1.0/engine.mjs', 'public, max-age=31536000, immutable'],
    ['search-index/en/0f/head.json', 'public, max-age=31536000, immutable'],
    ['search-index/languages.json', 'no-cache'],
    ['sw.js', 'no-cache'],
    ['en.webmanifest', 'no-cache'],
  ])('%s: %s', async (file, cache) => {
    const { statusCode, headers } = await ask(`/study/${file}`);
    expect([statusCode, headers['cache-control']]).toEqual([200, cache]);
    expect(headers['content-security-policy']).toBe(SITE.security['Content-Security-Policy']);
  });

  test.each([
    ['_astro/page.Ab12.js', /^(application|text)\/javascript/],
    ['vendor/engine-1.0/engine.mjs', /^text\/javascript/],
    ['en.webmanifest', /^application\/manifest\+json/],
  ])('%s is of the type that browsers ask for', async (file, type) => {
    expect((await ask(`/study/${file}`)).headers['content-type']).toMatch(type);
  });

  test('texts are compressed for those who take it', async () => {
    const packed = await ask('/study/', { 'accept-encoding': 'gzip' });
    expect([packed.headers['content-encoding'], packed.headers.vary]).toEqual(['gzip', 'Accept-Encoding']);
    const plain = await ask('/study/');
    expect(plain.headers['content-encoding']).toBeUndefined();
  });

  test('what lies compressed beside a file is sent in its place', async () => {
    const { headers } = await ask('/study/_astro/page.Ab12.css', { 'accept-encoding': 'gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(Number(headers['content-length'])).toBe(gzipSync('packed{}').length);
  });

  test('a file that is published compressed is not said to be encoded, or browsers would unpack it', async () => {
    const { headers } = await ask('/study/vendor/engine-1.0/engine.wasm.gz', { 'accept-encoding': 'gzip' });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['cache-control']).toContain('immutable');
  });

  test.each(['_headers', '_nginx.conf', '.build.json'])('%s is nobody’s to read', async (file) => {
    expect((await ask(`/study/${file}`)).statusCode).toBe(404);
  });

  test('at the root of a host, too', async () => {
    writeSite('/');
    expect(() => examineConfiguration(options())).not.toThrow();
  });
});
