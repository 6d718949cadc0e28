import { describe, expect, test } from 'vitest';
import { type RequestLike, routeRequest } from './request-route.ts';

const SCOPE = 'https://example.org/some/base/';

function ask(path: string, options: Partial<RequestLike> = {}) {
  const url = new URL(path, SCOPE).href;
  return routeRequest(
    { url, method: 'GET', mode: 'cors', cache: 'default', headers: new Headers(), ...options },
    SCOPE,
  );
}

test.each([
  ['', ''],
  ['?q=gil', ''],
  ['django/orm/?q=gil#top', 'django/orm/'],
  ['search-index/languages.json?again', 'search-index/languages.json'],
  ['notas/qu%C3%A9/', 'notas/qué/'],
])('%j is looked for as %j', (path, expected) => {
  expect(ask(path)?.path).toBe(expected);
});

test.each([
  ['_astro/page.abc.js', 'cache-first'],
  ['vendor/pyodide-314.0.7/pyodide.asm.wasm.gz', 'cache-first'],
  ['search-index/pt-BR/1a2b/terms-0.json', 'cache-first'],
  ['search-index/languages.json', 'network-first'],
  ['python-internals/gil/', 'network-first'],
  ['exercises/_astro/', 'network-first'],
])('%s is answered %s', (path, strategy) => {
  expect(ask(path)?.strategy).toBe(strategy);
});

describe('the worker leaves to the browser', () => {
  test.each([
    ['what is sent', '', { method: 'POST' }],
    ['another origin', 'https://example.com/some/base/', {}],
    ['another site on the host', '/some/other/', {}],
    ['a site whose base begins alike', '/some/base-two/', {}],
    ['the base without its slash', '/some/base', {}],
    ['a part of a file', 'video.mp4', { headers: new Headers({ range: 'bytes=0-1' }) }],
    ['what is being saved', 'index.html', { cache: 'reload' as const }],
    ['an address that cannot be decoded', '%E0%A4%A/', {}],
  ])('%s', (_, path, options) => {
    expect(ask(path, options)).toBeUndefined();
  });
});

test('a page that its reader reloads is answered, and known as such', () => {
  expect(ask('', { mode: 'navigate', cache: 'reload' })).toMatchObject({ path: '', isVisit: true, isReload: true });
  expect(ask('', { mode: 'navigate', cache: 'no-cache' })).toMatchObject({ isReload: true });
  expect(ask('', { mode: 'navigate' })).toMatchObject({ isReload: false });
});

test('at the root of a host everything is below the base', () => {
  const url = 'https://example.org/es/';
  const request = { url, method: 'GET', mode: 'cors', cache: 'default', headers: new Headers() } as const;
  expect(routeRequest(request, 'https://example.org/')?.path).toBe('es/');
});
