import { expect, test } from 'vitest';
import type { PagefindPage, PagefindSection } from './bundle.ts';
import { readHit, toLocale } from './hit.ts';

const section = (id: string | undefined, score: number): PagefindSection => ({
  title: id ?? 'The ORM',
  url: id === undefined ? '/kb/orm/' : `/kb/orm/#${id}`,
  excerpt: `<mark>${id}</mark>`,
  ...(id !== undefined && { anchor: { id } }),
  weighted_locations: [{ balanced_score: score }, { balanced_score: score }],
});

const page = (sections: readonly PagefindSection[]): PagefindPage => ({
  url: '/kb/orm/',
  excerpt: 'somewhere',
  meta: { title: 'The ORM' },
  filters: { area: ['django'], kind: ['note'] },
  sub_results: sections,
});

const same = (url: string) => url;

test('the best three sections are shown, in the order of the page', () => {
  const hit = readHit(page([section('a', 1), section('b', 4), section('c', 3), section('d', 2)]), 'en', same);
  expect(hit.sections.map(({ title }) => title)).toEqual(['b', 'c', 'd']);
});

test('a hit in or below the title belongs to the page', () => {
  const hit = readHit(page([section('_top', 1), section('a', 1)]), 'en', same);
  expect(hit.excerpt).toEqual([{ text: '_top', isHit: true }]);
  expect(hit.sections.map(({ title }) => title)).toEqual(['a']);
  expect(readHit(page([section(undefined, 1)]), 'en', same).sections).toEqual([]);
});

test('the page’s own excerpt is shown only where no section shows one', () => {
  expect(readHit(page([section('a', 1)]), 'en', same).excerpt).toEqual([]);
  expect(readHit(page([]), 'en', same).excerpt).toEqual([{ text: 'somewhere', isHit: false }]);
});

test('what a page is filtered by is read with it', () => {
  expect(readHit(page([]), 'en', same)).toMatchObject({ area: 'django', kind: 'note', level: undefined });
});

test('a page of the main language opens in the reader’s', () => {
  expect(toLocale('/kb/orm/#lazy', '/kb/', 'es')).toBe('/kb/es/orm/#lazy');
  expect(toLocale('/', '/', 'pt-br')).toBe('/pt-br/');
  expect(toLocale('/kb/orm/', '/kb/', undefined)).toBe('/kb/orm/');
});
