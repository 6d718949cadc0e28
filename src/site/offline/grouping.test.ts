import { describe, expect, test } from 'vitest';
import { composeGroups, createGrouping } from './grouping.ts';

const LOCALES = {
  root: { label: 'English', lang: 'en', dir: 'ltr' as const },
  es: { label: 'Español', lang: 'es', dir: 'ltr' as const },
  'pt-br': { label: 'Português', lang: 'pt-BR', dir: 'ltr' as const },
};
const WORKERS = new Map([
  ['_astro/worker-1.js', 'python'],
  ['_astro/worker-2.js', 'postgres'],
  ['_astro/rolldown-runtime-3.js', ''],
]);
const partOf = createGrouping(LOCALES, WORKERS);
const DJANGO = '<head><meta name="study-area" content="django"></head>';

test.each([
  ['index.html', '', 'shell'],
  ['es/index.html', '', 'shell'],
  ['404.html', '', 'shell'],
  ['es/offline/index.html', '', 'shell'],
  ['pt-br/playground/index.html', '', 'shell'],
  ['icons/192.png', undefined, 'shell'],
  ['es/manifest.webmanifest', undefined, 'shell'],
  ['_astro/page.4.js', undefined, 'shell'],
  ['_astro/rolldown-runtime-3.js', undefined, 'shell'],
  ['search-index/languages.json', undefined, 'shell'],
  ['search-index/en/1a2b/head.json', undefined, 'search'],
  ['search-index/es/1a2b/pages-1.json', undefined, 'search-es'],
  ['search-index/pt-BR/1a2b/words.txt', undefined, 'search-pt-br'],
  ['previews/en/django.json', undefined, 'previews'],
  ['previews/pt-br/django.json', undefined, 'previews-pt-br'],
  ['django/orm/index.html', DJANGO, 'area/django'],
  ['exercises/n-plus-one/index.html', DJANGO, 'area/django'],
  ['es/django/orm/index.html', DJANGO, 'area-es/django'],
  ['essays/index.html', '<head></head>', 'pages'],
  ['es/authoring/index.html', '<head></head>', 'pages-es'],
  ['exercises/n-plus-one.zip', undefined, 'downloads'],
  ['flashcards/django/orm/index.html', DJANGO, 'cards'],
  ['es/review/index.html', '', 'cards-es'],
  ['flashcards/pt-BR/0a1b.json', undefined, 'cards-pt-br'],
  ['cards/en/0a1b.json', undefined, 'cards'],
  ['anki/kb-en.apkg', undefined, 'cards'],
  ['anki/kb-pt-br.txt', undefined, 'cards-pt-br'],
  ['vendor/sqlite-1.17.0/sqlite.wasm.gz', undefined, 'sqlite'],
  ['vendor/pyodide-314.0.7/pyodide.mjs', undefined, 'python'],
  ['_astro/worker-1.js', undefined, 'python'],
  ['vendor/pglite-0.5.16/pglite.data.gz', undefined, 'postgres'],
  ['_astro/worker-2.js', undefined, 'postgres'],
  ['sw.js', undefined, undefined],
  ['offline.json', undefined, undefined],
  ['sitemap-index.xml', undefined, undefined],
  ['sitemap-0.xml', undefined, undefined],
  ['robots.txt', undefined, undefined],
  ['es/rss.xml', undefined, undefined],
  ['llms.txt', undefined, undefined],
  ['og/es/django/orm.png', undefined, undefined],
  ['signals/index.html', '<meta http-equiv="refresh" content="0; url=/x/">', undefined],
  ['django/orm/index.md', undefined, undefined],
  ['.build.json', undefined, undefined],
  ['_headers', undefined, undefined],
  ['_nginx.conf', undefined, undefined],
  ['.well-known/security.txt', undefined, undefined],
  ['_astro/page.4.js.map', undefined, undefined],
])('%s stands in the right part', (file, html, part) => {
  expect(partOf(file, html)).toBe(part);
});

describe('groups', () => {
  const PARTS = [
    'shell',
    'search',
    'search-es',
    'previews-es',
    'area/django',
    'area-es/django',
    'pages',
    'pages-es',
    'cards',
    'python',
  ];
  const groups = composeGroups(LOCALES, PARTS);

  test('each has all that it takes to be of use alone', () => {
    expect(groups).toMatchObject({
      site: ['shell', 'search', 'area/django', 'pages'],
      'site-es': ['shell', 'search', 'search-es', 'previews-es', 'area-es/django', 'pages-es'],
      'area/django': ['shell', 'search', 'area/django'],
      'area-es/django': ['shell', 'search', 'search-es', 'previews-es', 'area-es/django'],
      cards: ['shell', 'search', 'cards'],
      python: ['shell', 'python'],
    });
  });

  test('there is none of cards where there are no cards', () => {
    expect(groups).not.toHaveProperty('cards-es');
  });
});
