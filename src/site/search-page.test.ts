import { expect, test } from 'vitest';
import { prepareSearchPage, readSearchPage } from './search-page.ts';

const html = (lang: string, main: string) =>
  `<!DOCTYPE html><html lang="${lang}" dir="ltr"><head><meta data-pagefind-filter="area[content]" content="Data &amp; &quot;ORM&quot;"/></head><body>${main}</body></html>`;

test('a page has one path in every language, and its area an id and a title', () => {
  const page = readSearchPage(html('es', '<main data-pagefind-body lang="es">'), 'es/django/orm/index.html', [
    'es',
    'pt-br',
  ]);
  expect(page).toEqual({
    file: 'es/django/orm/index.html',
    lang: 'es',
    path: '/django/orm/',
    isSearchable: true,
    area: { id: 'django', title: 'Data & "ORM"' },
  });
  expect(readSearchPage(html('en', ''), 'index.html', ['es']).path).toBe('/');
  expect(readSearchPage(html('es', ''), 'es/index.html', ['es']).path).toBe('/');
});

test('a page is searched only where it is written in its language; the 404 page never', () => {
  expect(readSearchPage(html('es', '<main lang="en">'), 'es/x/index.html', ['es']).isSearchable).toBe(false);
  expect(readSearchPage(html('en', '<main data-pagefind-body>'), '404.html', []).isSearchable).toBe(false);
  const quoted = html('en', '<main><code>&lt;main data-pagefind-body></code>');
  expect(readSearchPage(quoted, 'x/index.html', []).isSearchable).toBe(false);
});

test('the index filters by the area’s id and by the languages of the translations', () => {
  const source = html('en', '<main data-pagefind-body>');
  const page = readSearchPage(source, 'django/orm/index.html', ['es']);
  const prepared = prepareSearchPage(source, page, ['es', 'pt-BR']);
  expect(prepared).toContain('data-pagefind-filter="area[content]" content="django"');
  expect(prepared).toContain(
    '<meta data-pagefind-filter="translated[content]" content="es"><meta data-pagefind-filter="translated[content]" content="pt-BR"></head>',
  );
});

test('the home page, which names everything, does not come before the notes it names', () => {
  const source = html('es', '<main data-pagefind-body lang="es">');
  const prepare = (file: string) => prepareSearchPage(source, readSearchPage(source, file, ['es']), []);
  expect(prepare('es/index.html')).toContain('<main data-pagefind-body data-pagefind-weight="0.2" lang="es">');
  expect(prepare('es/django/index.html')).not.toContain('data-pagefind-weight');
});
