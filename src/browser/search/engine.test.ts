import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEW_FILES, type FileSizes, SMALL_FILES } from '../../domain/search/write-files.ts';
import { type SearchRecord, writeIndex } from '../../domain/search/write-index.ts';
import { createSearchEngine, type SearchFetch, type SearchSettings } from './engine.ts';
import type { SearchQuery } from './query.ts';

const ENGLISH = { base: '/kb/', lang: 'en', mainLang: 'en', locale: undefined };
const SPANISH = { base: '/kb/', lang: 'es', mainLang: 'en', locale: 'es' };
const PORTUGUESE = { base: '/kb/', lang: 'pt-BR', mainLang: 'en', locale: 'pt-br' };

function note(url: string, title: string, text: string, more: Partial<SearchRecord> = {}): SearchRecord {
  const section = ['more', 'More', text] as const;
  return {
    ...{ url, title, descriptions: [], kind: 'note', area: 'python', level: 'senior', translated: [], isPart: false },
    ...{ accents: [], sections: [['', '', 'Above.'], section] },
    ...more,
  };
}

/** Its texts are kept apart from the page. */
const LONG = ' Otherwise nothing.'.repeat(300);

const PAGES = {
  en: [
    note('gil/', 'The GIL', 'The global interpreter lock guards <b>objects</b> & counts. asyncio.gather waits.'),
    note('slots/', 'Data model', `Each @property is a descriptor; __slots__ saves memory.${LONG}`, {
      translated: ['es'],
    }),
    note('dict/', 'Dicts', 'A property of objects: a mapping. constructor and toString', { level: 'beginner' }),
    note('exercises/lru/', 'An LRU cache', 'Build a cache that evicts.', { kind: 'exercise', area: undefined }),
  ],
  es: [note('es/slots/', 'Modelo de datos', 'Cada property es un descriptor de la programación.')],
};

const SYNONYMS = [
  ['GIL', 'global interpreter lock', 'bloqueo global'],
  ['memory', 'memoria'],
];

function serve(
  change: (url: string, text: string) => Response | undefined = () => undefined,
  site: Readonly<Record<string, readonly SearchRecord[]>> = PAGES,
  sizes: FileSizes = SMALL_FILES,
): SearchFetch {
  const files = new Map<string, string>();
  for (const [lang, pages] of Object.entries(site)) {
    for (const [name, text] of writeIndex(pages, { lang, synonyms: SYNONYMS, sizes })) {
      files.set(`/kb/search-index/${lang}/1/${name}`, text);
    }
  }
  const languages = {
    en: { index: '1', areas: { python: 'Python internals' } },
    es: { index: '1', areas: { python: 'Python por dentro' } },
    'pt-BR': { index: null, areas: {} },
  };
  files.set('/kb/search-index/languages.json', JSON.stringify(languages));
  return async (url) => {
    const text = files.get(url);
    if (text === undefined) return new Response('', { status: 404 });
    return change(url, text) ?? new Response(text);
  };
}

async function find(settings: SearchSettings, query: Partial<SearchQuery>, fetchFile = serve()) {
  const found = await createSearchEngine(settings, fetchFile).search({ term: '', filters: {}, ...query });
  return { ...found, hits: (await Promise.all(found.groups.map((group) => group.read(0, 9)))).flat() };
}

const hrefs = async (settings: SearchSettings, term: string) =>
  (await find(settings, { term })).hits.map(({ href }) => href.replace('/kb/', ''));

test('a title that says the whole query comes first, whatever small words stand in it', async () => {
  const pages = {
    en: [
      note('other/', 'Locks, queues: production', 'Locks and queues.'),
      note('own/', 'Of locks and the queues', 'Locks and queues.'),
    ],
  };
  const { hits } = await find(ENGLISH, { term: 'locks and queues' }, serve(undefined, pages));
  expect(hits.map(({ href }) => href)).toEqual(['/kb/own/', '/kb/other/']);
});

test.each([
  ['__slots__', 'slots/'],
  ['slots', 'slots/'],
  ['asyncio.gather', 'gil/'],
  ['gather', 'gil/'],
  ['async', 'gil/'],
  ['@property', 'slots/'],
  ['bloqueo global', 'gil/'],
  ['memoria', 'slots/'],
  ['interpretr lok', 'gil/'],
  ['evicting', 'exercises/lru/'],
  ['constructor', 'dict/'],
  ['toString', 'dict/'],
  // A plural of which the singular alone is known, and a word that has synonyms only.
  ['cahces', 'exercises/lru/'],
  ['memorai', 'slots/'],
  // The title that says it all, before one that says more.
  ['dicts', 'dict/'],
])('%s finds %s first', async (term, url) => {
  expect((await hrefs(ENGLISH, term))[0]).toBe(url);
});

test('what is a name in its very form comes before what has the same stem', async () => {
  const names = (text: string) => [
    { stressed: '', names: '', code: '' },
    { stressed: text, names: text, code: '' },
  ];
  const pages = [
    note('types/', 'Types', 'Annotated adds to a type. Annotated, annotated.', { accents: names('Annotated') }),
    note('orm/', 'Queries', 'A column that annotate computes.', { accents: names('annotate') }),
  ];
  const first = async (term: string) => (await find(ENGLISH, { term }, serve(undefined, { en: pages }))).hits[0]?.href;
  expect(await first('annotate')).toBe('/kb/orm/');
  expect(await first('annotated')).toBe('/kb/types/');
});

test('of words that stand almost everywhere each page with both is found, and opens at the right section', async () => {
  const pages = Array.from({ length: 1000 }, (_, page) => {
    const text = `${page % 2 ? 'Common' : 'Rare'} words. ${page % 3 ? 'Usual' : 'Seldom'} ones.`;
    return note(`p${page}/`, `Page ${page}`, text, {
      sections: [
        ['', '', 'Above.'],
        ['far', 'Far', 'Off.'],
        ['at', 'At', text],
      ],
    });
  });
  const { hits, count } = await find(ENGLISH, { term: 'common usual ' }, serve(undefined, { en: pages }));
  expect(count).toBe(pages.filter((_, page) => page % 2 === 1 && page % 3 > 0).length);
  for (const hit of hits) expect(hit.sections.map(({ href }) => href)).toEqual([`${hit.href}#at`]);
  const last = await find(ENGLISH, { term: 'common usual 997' }, serve(undefined, { en: pages }));
  expect(last.hits[0]?.sections[0]?.href).toBe('/kb/p997/#at');
});

test('a mistake in the reader’s language is mended in the main one too, and its small words count in neither', async () => {
  const site = {
    en: [note('gil/', 'The GIL', 'The global interpreter lock.'), note('con/', 'Con', 'One con, two cons.')],
    es: [note('es/bloqueos/', 'Bloqueos', 'Un bloqueo global y otros.')],
  };
  const found = await find(SPANISH, { term: 'con bloqeo global' }, serve(undefined, site));
  expect(found.corrections).toEqual([{ typed: 'bloqeo', meant: 'bloqueo' }]);
  expect(found.hits.map(({ href }) => href).sort()).toEqual(['/kb/es/bloqueos/', '/kb/es/gil/']);
});

test('a page that is translated is found once, in the reader’s language; the others open there too', async () => {
  expect((await hrefs(SPANISH, 'property')).sort()).toEqual(['es/dict/', 'es/slots/']);
  expect(await hrefs(SPANISH, 'programacion')).toEqual(['es/slots/']);
  expect((await find(SPANISH, { term: 'property', isOwnOnly: true })).hits.map(({ lang }) => lang)).toEqual(['es']);
});

test('where no page is written in the reader’s language, the main one is searched', async () => {
  expect(await hrefs(PORTUGUESE, 'GIL')).toEqual(['pt-br/gil/']);
  expect((await find(PORTUGUESE, { term: 'GIL', isOwnOnly: true })).count).toBe(1);
});

test('what was found stands in groups by kind, and filters say what each would leave', async () => {
  const found = await find(ENGLISH, { term: 'caches' });
  expect(found.groups.map(({ group, count }) => [group, count])).toEqual([['exercise', 1]]);
  const all = await find(ENGLISH, { filters: { kind: 'note' } });
  expect(all.count).toBe(3);
  expect(all.counts).toEqual({
    kind: { note: 3, exercise: 1 },
    area: { python: 3 },
    level: { senior: 2, beginner: 1 },
  });
});

test('a hit leads to its section, with the words marked and the text as text', async () => {
  const [hit] = (await find(ENGLISH, { term: 'interpreter objects' })).hits;
  const [section] = hit?.sections ?? [];
  expect(section?.href).toBe('/kb/gil/#more');
  expect(section?.excerpt.map(({ text }) => text).join('')).toContain('<b>objects</b> & counts.');
  expect(section?.excerpt.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['interpreter', 'objects']);
});

test('a word that is nowhere is taken for the nearest, and said to be', async () => {
  expect((await find(ENGLISH, { term: 'descritor' })).corrections).toEqual([
    { typed: 'descritor', meant: 'descriptor' },
  ]);
  expect((await find(ENGLISH, { term: 'kubernetes' })).count).toBe(0);
});

test('nothing typed and nothing chosen finds nothing', async () => {
  expect((await find(ENGLISH, { term: ' ' })).count).toBe(0);
  expect((await find(ENGLISH, { filters: { level: 'beginner' } })).count).toBe(1);
});

test('a site of few pages has few files, one of many has what is shown of a page apart, and both answer alike', async () => {
  const pages = PAGES.en;
  const names = (sizes: FileSizes) => [...writeIndex(pages, { lang: 'en', synonyms: [], sizes }).keys()];
  expect(names(FEW_FILES).some((name) => name.startsWith('texts-'))).toBe(false);
  expect(names(SMALL_FILES).some((name) => name.startsWith('texts-'))).toBe(true);
  for (const term of ['property', 'saves memory', 'nothing']) {
    const few = await find(ENGLISH, { term }, serve(undefined, PAGES, FEW_FILES));
    expect(few.hits).toEqual((await find(ENGLISH, { term })).hits);
    expect(few.count).toBeGreaterThan(0);
  }
});

test('any query at all is answered', async () => {
  const engine = createSearchEngine(ENGLISH, serve());
  const odd = [
    'a'.repeat(10_000),
    'lock '.repeat(2000),
    '!?…',
    '<img src=x onerror=alert(1)>',
    '🐍',
    'مرحبا',
    '"',
    '\\',
    '__',
  ];
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...odd));
  await fc.assert(
    fc.asyncProperty(text, async (term) => {
      const { groups, count } = await engine.search({ term, filters: {} });
      const hits = (await Promise.all(groups.map((group) => group.read(0, 9)))).flat();
      expect(hits.length).toBe(count);
    }),
  );
});

test('without an index the site was never built; with half of one it could not be loaded', async () => {
  const none: SearchFetch = async () => new Response('', { status: 404 });
  await expect(find(ENGLISH, { term: 'GIL' }, none)).rejects.toMatchObject({ code: 'missing' });
  const broken: [string, () => Response][] = [
    ['offline', () => Response.error()],
    ['a page instead', () => new Response('<!doctype html>')],
    ['nothing', () => new Response('')],
    ['an error', () => new Response('oops', { status: 500 })],
    ['half of it', () => new Response('{"format":1,"ki')],
  ];
  for (const file of ['languages.json', 'head.json', 'terms-0.json', 'pages-0.json', 'texts-0.json', 'words-0.txt']) {
    for (const [, answer] of broken.slice(0, file === 'words-0.txt' ? 2 : 5)) {
      const fetchFile = serve((url) => (url.endsWith(file) ? answer() : undefined));
      await expect(find(ENGLISH, { term: 'descritor' }, fetchFile)).rejects.toMatchObject({ code: 'failed' });
    }
  }
});

test('what failed to load is asked for again', async () => {
  let isBroken = true;
  const fetchFile = serve(() => (isBroken ? new Response('', { status: 500 }) : undefined));
  const engine = createSearchEngine(ENGLISH, fetchFile);
  await expect(engine.search({ term: 'GIL', filters: {} })).rejects.toMatchObject({ code: 'failed' });
  isBroken = false;
  expect((await engine.search({ term: 'GIL', filters: {} })).count).toBe(1);
});
