import { expect, test } from 'vitest';
import { findExtensions, preloadParameters } from './extension.ts';

test.each([
  ['create extension pg_trgm', ['pg_trgm']],
  [
    'CREATE EXTENSION IF NOT EXISTS "btree_gist" WITH SCHEMA public; create\nextension Pg_Trgm;',
    ['btree_gist', 'pg_trgm'],
  ],
  ['create extension dblink', []],
  ['select pg_trgm', []],
])('%j needs %j', (code, names) => {
  expect(findExtensions(['select 1', code])).toEqual(names);
});

test('what counts statements is loaded when the server starts', () => {
  expect(preloadParameters(['pg_trgm'])).toEqual([]);
  expect(preloadParameters(['pg_stat_statements', 'pg_trgm'])).toEqual([
    '-c',
    'shared_preload_libraries=pg_stat_statements',
  ]);
});
