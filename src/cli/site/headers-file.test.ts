import { expect, test } from 'vitest';
import { isImmutable } from '../../browser/offline/request-route.ts';
import { writeHeadersFile } from '../../site/publish/headers-file.ts';
import { listImmutableFolders, listSecurityHeaders } from '../../site/publish/response-headers.ts';
import { findHeaders, parseHeadersFile } from './headers-file.mjs';

const SITE = {
  base: '/study/',
  security: listSecurityHeaders(["'sha256-abc='"]),
  immutable: listImmutableFolders(['en', 'pt-BR']),
};
const rules = parseHeadersFile(writeHeadersFile(SITE));
const cacheOf = (file: string) => findHeaders(rules, SITE.base + file)['Cache-Control'];

test.each(['_astro/page.Xy12.js', 'vendor/pyodide-1.2.3/pyodide.asm.wasm.gz', 'search-index/pt-BR/0f/head.json'])(
  '%s is kept for a year, by browsers as by the service worker',
  (file) => {
    expect(cacheOf(file)).toBe('public, max-age=31536000, immutable');
    expect(isImmutable(file)).toBe(true);
  },
);

test.each(['', 'django/orm/', 'sw.js', 'offline.json', 'search-index/languages.json', 'favicon.svg', 'en.webmanifest'])(
  '“%s” is asked for each time, which hosts say unless they are told otherwise',
  (file) => {
    expect(cacheOf(file)).toBeUndefined();
    expect(isImmutable(file)).toBe(false);
  },
);

test('no header is said twice of one file: hosts would join what two rules say', () => {
  for (const file of ['', '_astro/page.js', 'search-index/en/0f/head.json']) {
    const fitting = rules.filter(({ address }) => `${SITE.base}${file}`.startsWith(address.slice(0, -1)));
    const names = fitting.flatMap(({ headers }) => headers.map(([name]) => name));
    expect(new Set(names).size).toBe(names.length);
  }
});

test('every file has the policy and what goes with it, and nothing outside the base has', () => {
  expect(findHeaders(rules, '/study/_astro/page.js')).toMatchObject(SITE.security);
  expect(findHeaders(rules, '/other/')).toEqual({});
});

test('Cloudflare Pages reads lines of at most 2,000 characters and 100 rules: there is room for scripts', () => {
  const scripts = Array.from({ length: 20 }, (_, number) => `'sha256-${String(number).padStart(44, '0')}'`);
  const text = writeHeadersFile({ ...SITE, security: listSecurityHeaders(scripts) });
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(2000);
  expect(rules.length).toBeLessThan(100);
});
