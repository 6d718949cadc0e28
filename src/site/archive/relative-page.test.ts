import { expect, test } from 'vitest';
import { makeAddressRelative, makePageRelative, wayToRoot } from './relative-page.ts';

const place = { file: 'es/django/orm/index.html', base: '/study/' };

test.each([
  ['/study/', '../../../index.html'],
  ['/study/es/', '../../index.html'],
  ['/study/es/django/orm/', 'index.html'],
  ['/study/es/django/orm/#lazy', 'index.html#lazy'],
  ['/study/es/?q=orm', '../../index.html?q=orm'],
  ['/study/favicon.svg', '../../../favicon.svg'],
  ['/study/_astro/page.1.css', '../../../_astro/page.1.css'],
  // What leads elsewhere, or is one already.
  ['/studying/', '/studying/'],
  ['https://example.org/study/', 'https://example.org/study/'],
  ['//example.org/', '//example.org/'],
  ['#lazy', '#lazy'],
  ['', ''],
])('%s', (address, expected) => {
  expect(makeAddressRelative(address, place)).toBe(expected);
});

test('at the root of a host, too', () => {
  expect(makeAddressRelative('/es/', { file: 'index.html', base: '/' })).toBe('es/index.html');
  expect(makeAddressRelative('//example.org/', { file: 'index.html', base: '/' })).toBe('//example.org/');
});

test('only addresses of tags are changed, not texts that look like them', () => {
  const html = '<a class="x" href="/study/es/">href="/study/"</a><option value="/study/">x</option>';
  expect(makePageRelative(html, place)).toBe(
    '<a class="x" href="../../index.html">href="/study/"</a><option value="/study/">x</option>',
  );
});

test('the way from a page to the folder of the site', () => {
  expect(['index.html', 'es/django/orm/index.html'].map(wayToRoot)).toEqual(['', '../../../']);
});
