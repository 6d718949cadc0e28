import { expect, test } from 'vitest';
import { findNearestAddresses } from './nearest-address.ts';

const PAGES = ['foundations/decorators', 'foundations/descriptors', 'databases/indexes', 'python-internals/gil', ''];

test.each([
  ['foundations/decorator', 'foundations/decorators'],
  ['decorators', 'foundations/decorators'],
  ['python/GIL', 'python-internals/gil'],
  ['databases/indices', 'databases/indexes'],
])('%s probably meant %s', (sought, meant) => {
  expect(findNearestAddresses(sought, PAGES)[0]).toBe(meant);
});

test.each([['zzzz'], [''], ['x']])('“%s” is like no page', (sought) => {
  expect(findNearestAddresses(sought, PAGES)).toEqual([]);
});

test('no more are named than asked for, the best first', () => {
  expect(findNearestAddresses('foundations/descriptor', PAGES, 1)).toEqual(['foundations/descriptors']);
});
