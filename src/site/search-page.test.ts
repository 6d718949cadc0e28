import { expect, test } from 'vitest';
import { readSearchPage } from './search-page.ts';

const html = (lang: string, main: string, head = '') =>
  `<!DOCTYPE html><html lang="${lang}" dir="ltr"><head><meta data-pagefind-filter="area[content]" content="Data &amp; &quot;ORM&quot;"/>${head}</head><body><nav>Menu</nav>${main}</body></html>`;

test('a page has one path in every language, and its area an id and a title', () => {
  const page = readSearchPage(html('es', '<main data-pagefind-body>x</main>'), 'es/django/orm/index.html', ['es']);
  expect(page).toMatchObject({ lang: 'es', path: '/django/orm/', url: 'es/django/orm/', isSearchable: true });
  expect(page.area).toEqual({ id: 'django', title: 'Data & "ORM"' });
  expect(readSearchPage(html('en', ''), 'index.html', ['es']).path).toBe('/');
  expect(readSearchPage(html('es', ''), 'es/index.html', ['es']).path).toBe('/');
});

test('a page is searched only where it is written in its language; the 404 page never', () => {
  expect(readSearchPage(html('es', '<main lang="en">'), 'es/x/index.html', ['es']).isSearchable).toBe(false);
  expect(readSearchPage(html('en', '<main data-pagefind-body>'), '404.html', []).isSearchable).toBe(false);
  const quoted = html('en', '<main><code>&lt;main data-pagefind-body></code>');
  expect(readSearchPage(quoted, 'x/index.html', []).isSearchable).toBe(false);
});

test('its text goes by section, without what is no text of it', () => {
  const main = `<main data-pagefind-body><h1>The <em>GIL</em></h1><div data-pagefind-ignore>26 min<br></div>
    <p>One lock.<script>evil()</script></p><h2 id="free">Free<a data-pagefind-ignore>Section titled</a></h2>
    <p>Use <code>sys</code> and <b>care</b>.</p><pre><code>a = &lt;b&gt;</code></pre><button>Copy</button></main><p>Foot</p>`;
  const page = readSearchPage(
    html('en', main, '<meta name="description" content="What it &lt;guards&gt;"/>'),
    'g/index.html',
    [],
  );
  expect(page.title).toBe('The GIL');
  expect(page.description).toBe('What it <guards>');
  expect(page.sections).toEqual([
    ['', '', 'One lock.'],
    ['free', 'Free', 'Use sys and care. a = <b>'],
  ]);
  expect(page.accents[1]).toEqual({ stressed: 'sys care', names: 'sys', code: 'a = <b>' });
});

test('cards and items of a roadmap are found alone, and not with their page', () => {
  const card = `<article id="card-a" data-search-record="card"><h3 data-search-title>Why a lock?</h3><p>Counts.</p></article>`;
  const deck = readSearchPage(html('en', `<main data-pagefind-body>Deck ${card} end</main>`), 'f/index.html', []);
  expect(deck.sections).toEqual([['', '', 'Deck end']]);
  expect(deck.parts).toEqual([
    { kind: 'card', anchor: 'card-a', title: 'Why a lock?', text: 'Why a lock? Counts.', item: undefined },
  ]);
  const item = '<study-progress data-items="r#a|old#a r#b"></study-progress><li id="a" data-item="a">Explain it</li>';
  const meta = '<meta data-pagefind-filter="kind[content]" content="roadmap"/>';
  const roadmap = readSearchPage(html('en', `<main data-pagefind-body>${item}</main>`, meta), 'r/index.html', []);
  expect(roadmap.parts).toEqual([
    { kind: 'item', anchor: 'a', title: 'Explain it', text: 'Explain it', item: 'r#a|old#a' },
  ]);
});
