import { expect, test } from 'vitest';
import { createGrouping } from './grouping.ts';

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
const groupOf = createGrouping(LOCALES, WORKERS);

test.each([
  ['index.html', 'site'],
  ['404.html', 'site'],
  ['_astro/page.4.js', 'site'],
  ['pagefind/languages.json', 'site'],
  ['pagefind/en/pagefind.js', 'site'],
  ['essays/index.html', 'site'],
  ['es/index.html', 'site-es'],
  ['pagefind/es/fragment/es_1.pf_fragment', 'site-es'],
  ['pagefind/pt-BR/pagefind.js', 'site-pt-br'],
  ['pt-br/playground/index.html', 'site-pt-br'],
  ['vendor/pyodide-314.0.7/pyodide.mjs', 'python'],
  ['_astro/worker-1.js', 'python'],
  ['vendor/pglite-0.5.16/pglite.data.gz', 'postgres'],
  ['_astro/worker-2.js', 'postgres'],
  ['_astro/rolldown-runtime-3.js', 'site'],
  ['sw.js', undefined],
  ['offline.json', undefined],
  ['sitemap-index.xml', undefined],
  ['sitemap-0.xml', undefined],
  ['robots.txt', undefined],
  ['.build.json', undefined],
  ['_astro/page.4.js.map', undefined],
])('%s belongs to %s', (file, group) => {
  expect(groupOf(file)).toBe(group);
});
