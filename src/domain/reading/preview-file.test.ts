import { expect, test } from 'vitest';
import { readPreviewedLink } from './preview-file.ts';

const HERE = new URL('https://x.org/kb/es/django/orm/');
const read = (href: string) => readPreviewedLink(new URL(href, HERE), HERE, '/kb/es/');

test('a link to a page says which file describes it, and which section is meant', () => {
  expect(read('/kb/es/python/gil/#qu%C3%A9-guarda')).toEqual({
    folder: 'python',
    path: '/kb/es/python/gil/',
    section: 'qué-guarda',
  });
  expect(read('/kb/es/python/')).toEqual({ folder: 'python', path: '/kb/es/python/', section: '' });
  expect(read('/kb/es/python/gil/#50%')?.section).toBe('50%');
});

test.each([
  ['another site', 'https://y.org/kb/es/python/gil/'],
  ['the page itself', '#below'],
  ['the page itself in full', '/kb/es/django/orm/#below'],
  ['the home page', '/kb/es/'],
  ['another language', '/kb/python/gil/'],
  ['a file', '/kb/es/exercises/lru.zip'],
])('%s has no preview', (_, href) => {
  expect(read(href)).toBeUndefined();
});
