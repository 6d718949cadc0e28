import { expect, test } from 'vitest';
import { findFrontmatterProblems } from './frontmatter.ts';

test('a page without a level needs nothing more', () => {
  expect(findFrontmatterProblems({ title: 'About' })).toEqual([]);
});

test('a note needs a description, minutes, a check date and sources', () => {
  expect(findFrontmatterProblems({ title: 'GIL', level: 'senior', minutes: 3 }).map(([field]) => field)).toEqual([
    'description',
    'verified',
    'sources',
  ]);
});

test('a description that search engines would cut is refused with its length', () => {
  expect(findFrontmatterProblems({ description: 'x'.repeat(161) })).toEqual([
    ['description', 'has 161 characters; search engines cut it after 160'],
  ]);
});
