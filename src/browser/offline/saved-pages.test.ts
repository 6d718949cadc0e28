import { expect, test } from 'vitest';
import { createSavedPages, findNotSavedPage, findSaved } from './saved-pages.ts';

const PAGES = createSavedPages({
  saved: {
    site: { at: 0, files: { 'index.html': '1', 'gil/index.html': '2', 'favicon.svg': '3', '404.html': '4' } },
    'site-es': { at: 0, files: { 'es/index.html': '5' } },
  },
  wanted: { python: { 'vendor/pyodide-1/pyodide.mjs': '6' } },
  former: { '_astro/page.1.js': '7' },
});

test.each([
  ['', { kind: 'blob', blob: '1.html' }],
  ['gil/', { kind: 'blob', blob: '2.html' }],
  ['gil/index.html', { kind: 'blob', blob: '2.html' }],
  ['es/', { kind: 'blob', blob: '5.html' }],
  ['favicon.svg', { kind: 'blob', blob: '3.svg' }],
  ['gil', { kind: 'redirect', path: 'gil/' }],
  ['orm/', undefined],
  ['favicon.svg/', undefined],
  // A page that was open during an update may still load it.
  ['_astro/page.1.js', { kind: 'blob', blob: '7.js' }],
  // Not before all of it has come.
  ['vendor/pyodide-1/pyodide.mjs', undefined],
])('a visit to %j gets %j', (path, expected) => {
  expect(findSaved(PAGES, { path, isVisit: true })).toEqual(expected);
});

test('only visits are led to an address with a slash', () => {
  expect(findSaved(PAGES, { path: 'gil', isVisit: false })).toBeUndefined();
});

test('what is shown instead of a page that is not saved is in the language of its address', () => {
  const files = { 'not-saved/index.html': '1', 'es/not-saved/index.html': '2' };
  const pages = createSavedPages({ saved: { site: { at: 0, files } }, wanted: {}, former: {} });
  expect(findNotSavedPage(pages, 'es/django/orm/')).toBe('2.html');
  expect(findNotSavedPage(pages, 'django/orm/')).toBe('1.html');
  expect(findNotSavedPage(new Map(), 'django/orm/')).toBeUndefined();
});
