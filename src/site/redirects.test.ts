import { expect, test } from 'vitest';
import { createMemoryFiles } from '../content/files/memory-files.ts';
import { listRedirects } from './redirects.ts';

const LOCALES = {
  root: { label: 'English', lang: 'en', dir: 'ltr' as const },
  es: { label: 'Español', lang: 'es', dir: 'ltr' as const },
};

/** Redirects of the main language, as `from → to`. */
function redirects(files: Readonly<Record<string, string>>): string[] {
  return listRedirects(createMemoryFiles(files), { locales: LOCALES })
    .filter(({ locale }) => locale === 'root')
    .map(({ from, to }) => `${from} → ${to}`);
}

const page = (frontmatter: string) => `---\ntitle: T\n${frontmatter}\n---\n\nText.\n`;

test('a page that moved is found under its id and under those before it', () => {
  const files = { 'content/docs/db/indexes.md': page('id: sql/indexes\nwas: [indexes]') };
  expect(redirects(files)).toEqual(['sql/indexes → db/indexes', 'indexes → db/indexes']);
  const all = listRedirects(createMemoryFiles(files), { locales: LOCALES });
  expect(all).toContainEqual({ locale: 'es', from: 'es/indexes', to: 'es/db/indexes' });
});

test('a page that did not move leads nowhere, nor does the home page by its id', () => {
  expect(redirects({ 'content/docs/a.md': page('id: a'), 'content/docs/index.md': page('id: home') })).toEqual([]);
});

test('where another page is now, nothing is put', () => {
  const files = { 'content/docs/a.md': page('id: a'), 'content/docs/b.md': page('id: b\nwas: [a]') };
  expect(redirects(files)).toEqual([]);
});

test('of two pages that had an address, the one that began there has it', () => {
  const files = { 'content/docs/x.md': page('id: x\nwas: [old]'), 'content/docs/y.md': page('id: old') };
  expect(redirects(files)).toEqual(['old → y']);
});

test('drafts are not led to, and translations move with their original', () => {
  expect(
    redirects({
      'content/docs/a.md': page('id: a\nwas: [b]\ndraft: true'),
      'content/docs/es/c.md': page('id: c\nwas: [d]'),
    }),
  ).toEqual([]);
});

test('an area that moved leads to its overview', () => {
  expect(redirects({ 'content/docs/db/index.md': page('id: sql') })).toEqual(['sql → db']);
});

test('what is made of data moves with its id', () => {
  const interview = `id: new
was: [old]
title: { en: T, es: T }
description: { en: D, es: D }
sections:
  - { id: a, title: { en: A, es: A }, minutes: 10, draw: { count: 3 } }
`;
  expect(redirects({ 'content/interviews/new.yaml': interview })).toEqual(['interviews/old → interviews/new']);
});
