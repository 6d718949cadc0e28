import { expect, test } from 'vitest';
import type { PagefindBundle, PagefindFilters, PagefindPage } from './bundle.ts';
import { createSearchEngine } from './engine.ts';
import type { SearchLoader } from './indexes.ts';

interface FakePage {
  readonly url: string;
  readonly text: string;
  readonly score?: number;
  readonly level?: string;
  readonly translated?: string;
}

/** As Pagefind does it: every word of the term, filters, and counts once the filters were asked for. */
function createBundle(pages: readonly FakePage[], asked: (string | null)[] = []): PagefindBundle {
  let hasFilters = false;
  const count = (found: readonly FakePage[]) => ({
    level: {
      senior: found.filter(({ level }) => level === 'senior').length,
      beginner: found.filter(({ level }) => level === 'beginner').length,
    },
  });
  const passes = ({ level, translated }: FakePage, { level: wanted, not }: PagefindFilters) =>
    (wanted === undefined || level === wanted) && !(typeof not === 'object' && translated === not.translated);
  return {
    options: async () => {},
    preload: async () => {},
    filters: async () => {
      hasFilters = true;
      return count(pages);
    },
    search: async (term, { filters }) => {
      asked.push(term);
      const words = (term ?? '').split(' ').filter((word) => word !== '');
      const found = pages.filter((page) => words.every((word) => page.text.includes(word)) && passes(page, filters));
      return {
        results: found.map((page) => ({ id: page.url, score: page.score ?? 1, data: async () => toPage(page) })),
        filters: hasFilters ? count(found) : {},
      };
    },
  };
}

const toPage = ({ url, level }: FakePage): PagefindPage => ({
  url: `/kb${url}`,
  excerpt: '',
  meta: { title: url },
  filters: level === undefined ? {} : { level: [level] },
  sub_results: [],
});

const LANGUAGES = JSON.stringify({
  en: { index: 'en_1', areas: { django: 'Django', python: 'Python internals' } },
  es: { index: 'es_1', areas: { python: 'Python por dentro' } },
  'pt-BR': { index: null, areas: {} },
});

function createLoader(bundles: Readonly<Record<string, PagefindBundle>>, languages = LANGUAGES): SearchLoader {
  return {
    fetch: async () => new Response(languages),
    isOnline: () => true,
    loadBundle: async (_base, lang) => {
      const bundle = bundles[lang];
      if (bundle === undefined) throw new Error(`no bundle for ${lang}`);
      return bundle;
    },
  };
}

const ENGLISH = { base: '/kb/', lang: 'en', mainLang: 'en', locale: undefined };
const SPANISH = { base: '/kb/', lang: 'es', mainLang: 'en', locale: 'es' };
const PORTUGUESE = { base: '/kb/', lang: 'pt-BR', mainLang: 'en', locale: 'pt-br' };
const search = (term: string, filters = {}) => ({ term, filters });

const en = () =>
  createBundle([
    { url: '/gil/', text: 'GIL', score: 4, level: 'senior' },
    { url: '/slots/', text: 'GIL @property property', score: 3, level: 'senior', translated: 'es' },
    { url: '/dict/', text: 'GIL property', score: 5, level: 'beginner' },
  ]);
const es = () => createBundle([{ url: '/es/slots/', text: 'GIL', score: 3, level: 'senior' }]);

test('a page that is translated is found once, in the reader’s language; the others open there too', async () => {
  const found = await createSearchEngine(SPANISH, createLoader({ en: en(), es: es() })).search(search('GIL'));
  const hits = await found.read(0, 10);
  expect(hits.map(({ href, lang }) => [href, lang])).toEqual([
    ['/kb/es/dict/', 'en'],
    ['/kb/es/slots/', 'es'],
    ['/kb/es/gil/', 'en'],
  ]);
  expect(found.count).toBe(3);
});

test('where no page is written in the reader’s language, the main one is searched', async () => {
  const found = await createSearchEngine(PORTUGUESE, createLoader({ en: en() })).search(search('GIL'));
  expect((await found.read(0, 1)).map(({ href }) => href)).toEqual(['/kb/pt-br/dict/']);
});

test('a reader of the main language loads no other index', async () => {
  const found = await createSearchEngine(ENGLISH, createLoader({ en: en() })).search(search('GIL'));
  expect((await found.read(1, 2)).map(({ href }) => href)).toEqual(['/kb/gil/']);
});

test('a decorator is found with and without its @, and as it was typed first', async () => {
  const engine = createSearchEngine(ENGLISH, createLoader({ en: en() }));
  const hits = await (await engine.search(search('@property'))).read(0, 10);
  expect(hits.map(({ title }) => title)).toEqual(['/slots/', '/dict/']);
});

test('a term is cut where it makes no sense any more', async () => {
  const asked: (string | null)[] = [];
  await createSearchEngine(ENGLISH, createLoader({ en: createBundle([], asked) })).search(search('a'.repeat(10_000)));
  expect(asked).toEqual(['a'.repeat(200)]);
});

test('nothing typed and nothing chosen finds nothing; a filter alone finds its pages', async () => {
  const engine = createSearchEngine(ENGLISH, createLoader({ en: en() }));
  expect((await engine.search(search(' '))).count).toBe(0);
  expect((await engine.search(search(' ', { level: 'beginner' }))).count).toBe(1);
});

test('a filter’s own choice does not count against its other values', async () => {
  const engine = createSearchEngine(ENGLISH, createLoader({ en: en() }));
  expect((await engine.count(search('GIL', { level: 'beginner' }))).level).toEqual({ senior: 2, beginner: 1 });
  expect((await engine.count(search('@property'))).level).toEqual({ senior: 1, beginner: 1 });
  expect((await engine.count(search('nowhere'))).level).toEqual({ senior: 0, beginner: 0 });
});

test('areas are named in the reader’s language, and in the main one where it has no name for them', async () => {
  const engine = createSearchEngine(SPANISH, createLoader({ en: en(), es: es() }));
  await engine.warm();
  expect(['python', 'django', 'new'].map((id) => engine.titleOfArea(id))).toEqual([
    'Python por dentro',
    'Django',
    'new',
  ]);
});

test('a site that was never built is told from one that cannot be reached', async () => {
  const answer = (response: () => Promise<Response>) =>
    createSearchEngine(ENGLISH, { ...createLoader({ en: en() }), fetch: response }).search(search('GIL'));
  await expect(answer(async () => new Response('', { status: 404 }))).rejects.toMatchObject({ code: 'missing' });
  await expect(answer(async () => new Response('{}'))).rejects.toMatchObject({ code: 'missing' });
  await expect(answer(async () => new Response('<!doctype html>'))).rejects.toMatchObject({ code: 'failed' });
  await expect(answer(async () => new Response('', { status: 503 }))).rejects.toMatchObject({ code: 'failed' });
  await expect(answer(() => Promise.reject(new TypeError('Failed to fetch')))).rejects.toMatchObject({
    code: 'failed',
  });
});

test('what failed is loaded anew the next time, at another address', async () => {
  const attempts: number[] = [];
  const loader = createLoader({ en: en() });
  const engine = createSearchEngine(ENGLISH, {
    ...loader,
    loadBundle: (base, lang, index, attempt) => {
      attempts.push(attempt);
      return attempt === 0
        ? Promise.reject(new TypeError('Failed to fetch'))
        : loader.loadBundle(base, lang, index, attempt);
    },
  });
  await expect(engine.warm()).rejects.toMatchObject({ code: 'failed' });
  expect((await engine.search(search('GIL'))).count).toBe(3);
  expect((await engine.search(search('property'))).count).toBe(2);
  expect(attempts).toEqual([0, 1]);
});

test('a page that cannot be read is a failure, and so is finding nothing without a network', async () => {
  const broken = createBundle([{ url: '/gil/', text: 'GIL' }]);
  const search404: PagefindBundle = {
    ...broken,
    search: async (term, options) => {
      const found = await broken.search(term, options);
      return {
        ...found,
        results: found.results.map((result) => ({ ...result, data: () => Promise.reject(new Error('404')) })),
      };
    },
  };
  const found = await createSearchEngine(ENGLISH, createLoader({ en: search404 })).search(search('GIL'));
  await expect(found.read(0, 1)).rejects.toMatchObject({ code: 'failed' });
  const offline = createSearchEngine(ENGLISH, { ...createLoader({ en: broken }), isOnline: () => false });
  await expect(offline.search(search('nowhere'))).rejects.toMatchObject({ code: 'failed' });
});
