/**
 * Notes live in `content/docs` because `srcDir` is `.`; every other arrangement breaks some of what is asserted here,
 * silently. A row of the list of what can break is a test.
 */
import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import { beforeAll, describe, expect, test } from 'vitest';
import { unpackColumn } from '../../src/domain/search/index-file.ts';
import { findForeignTags } from '../e2e/origins.ts';
import { type BuildResult, COMMIT_DATE } from './site.ts';
import { buildWholeSite, wholeSite as site } from './whole-site.ts';

let result: BuildResult;
beforeAll(() => {
  result = buildWholeSite();
});

const orm = () => site.read('django/orm/index.html');
const spanishSignals = () => site.read('es/django/signals/index.html');
const fallback = () => site.read('es/django/orm/index.html');

test('the site builds', () => {
  expect(result.output).toContain('page(s) built');
  expect(result.ok).toBe(true);
});

describe('languages', () => {
  test('English is at the root, translations and fallbacks below their language', () => {
    const pages = site
      .list('.')
      .filter((file) => file.endsWith('.html') && !/authoring|progress/.test(file))
      .sort();
    const names = [
      'django/async',
      'django',
      'django/orm',
      'django/signals',
      'not-saved',
      'offline',
      'playground',
      'search',
      // Its former address leads on.
      'signals',
    ];
    const wanted = ['', 'es/', 'pt-br/'].flatMap((locale) => [
      `${locale}index.html`,
      ...names.map((name) => `${locale}${name}/index.html`),
    ]);
    expect(pages).toEqual(['404.html', ...wanted].sort());
  });

  test('each page says its language, and a fallback page that its text is English', () => {
    expect(orm()).toMatch(/<html[^>]* lang="en"/);
    expect(spanishSignals()).toMatch(/<html[^>]* lang="es"/);
    expect(spanishSignals()).toMatch(/<main[^>]* lang="es"/);
    expect(fallback()).toMatch(/<html[^>]* lang="es"/);
    expect(fallback()).toMatch(/<main[^>]* lang="en"/);
  });

  test('a fallback page says so in the reader’s language, marked as such', () => {
    expect(fallback()).toMatch(/<div lang="es"[^>]*>\s*<p[^>]*>.*Esta página aún no está disponible en tu idioma/s);
  });

  test('the language menu leads to the same page in each language', () => {
    const options = [...orm().matchAll(/<option[^>]*value="(\/some[^"]+)"/g)].map(([, value]) => value);
    expect(options).toEqual(
      expect.arrayContaining(['/some/base/django/orm/', '/some/base/es/django/orm/', '/some/base/pt-br/django/orm/']),
    );
  });
});

describe('Markdown', () => {
  test.each([
    ['a .md', 'django/orm', 'Note'],
    ['an .mdx', 'django/async', 'Tip'],
  ])('%s file has asides', (_, page, label) => {
    expect(site.read(`${page}/index.html`)).toMatch(new RegExp(`<aside aria-label="${label}" class="starlight-aside`));
  });

  test.each([
    ['a .md', 'django/orm', 'lazy-evaluation'],
    ['an .mdx', 'django/async', 'waiting'],
  ])('%s file has heading anchors', (_, page, slug) => {
    expect(site.read(`${page}/index.html`)).toMatch(
      new RegExp(`<h2 id="${slug}">.*?</h2><a class="sl-anchor-link" href="#${slug}"`, 's'),
    );
  });

  test('labels are in the page’s language', () => {
    const page = spanishSignals();
    expect(page).toContain('<aside aria-label="Nota"');
    expect(page).toContain('Sección titulada');
    expect(page).toContain('"copyCode":"Copiar el código"');
    expect(page).toContain('<figcaption>Salida</figcaption>');
    expect(page).toContain('aria-label="En un minuto"');
  });
});

describe('what a note says of others', () => {
  const part = (html: string, name: string) => html.split(`class="${name}"`)[1]?.split('</details>')[0] ?? '';
  const textOf = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

  test('what to read before it stands above its text, with what to tick there', () => {
    const required = part(spanishSignals(), 'study-required');
    expect(required).toMatch(/<li lang="en">\s*<a href="\/some\/base\/es\/django\/orm\/">/);
    expect(required).toMatch(/<study-note-state data-items="django\/orm#[^"]+" data-open="sin empezar"/);
    expect(orm()).not.toContain('study-required');
  });

  test('the notes that cite it stand below, each with its sentence', () => {
    expect(textOf(part(orm(), 'study-cited'))).toContain(
      '(2)Async See laziness.Signals Only in Spanish is this page translated.',
    );
    expect(textOf(part(fallback(), 'study-cited'))).toContain('Señales Mira el ORM.');
    expect(spanishSignals()).toContain('study-cited');
    expect(site.read('django/index.html')).not.toContain('study-cited');
  });

  test('previews of a folder are published in each language, with sections by their ids', () => {
    const { pages, words } = JSON.parse(site.read('previews/es/django.json'));
    expect(Object.keys(pages).sort()).toEqual(
      ['', 'async/', 'orm/', 'signals/'].map((name) => `/some/base/es/django/${name}`),
    );
    expect(pages['/some/base/es/django/signals/']).toEqual({
      title: 'Señales',
      description: 'Quién escucha.',
      minutes: 2,
      level: 'Intermedio',
      items: ['django/signals#when-fires|django/signals#fires|signals#when-fires|signals#fires'],
      sections: { 'cuándo-se-emiten': 'Cuándo se emiten' },
    });
    expect(pages['/some/base/es/django/orm/']).toMatchObject({ lang: 'en', title: 'The ORM' });
    expect(pages['/some/base/es/django/']).toEqual({ title: 'Django', description: 'The framework.', lang: 'en' });
    expect(words.minutes).toBe('{count} min');
    expect(site.has('previews/en/django.json')).toBe(true);
  });
});

describe('dates and edit links', () => {
  test('a page says when it was last changed', () => {
    expect(orm()).toContain(`<time datetime="${new Date(COMMIT_DATE).toISOString()}"`);
  });

  test('so it does while writing', async () => {
    const server = await site.startDev();
    try {
      const response = await fetch(new URL('django/orm/', server.url.endsWith('/') ? server.url : `${server.url}/`));
      expect(await response.text()).toContain(`<time datetime="${new Date(COMMIT_DATE).toISOString()}"`);
    } finally {
      server.stop();
    }
  });

  test('the edit link leads to the file that holds the text', () => {
    const edit = 'href="https://example.org/owner/repo/edit/main/content/docs';
    expect(orm()).toContain(`${edit}/django/orm.md"`);
    expect(spanishSignals()).toContain(`${edit}/es/django/signals.md"`);
    expect(fallback()).toContain(`${edit}/django/orm.md"`);
  });
});

describe('links between files', () => {
  test('become addresses with base and language', () => {
    expect(orm()).toContain('<a href="/some/base/django/signals/#when-they-fire" data-doc');
    expect(spanishSignals()).toContain('<a href="/some/base/django/orm/#lazy-evaluation" data-doc');
  });

  test('by reference too', () => {
    expect(site.read('django/signals/index.html')).toContain('<a href="/some/base/django/async/#waiting" data-doc');
  });

  test('to a page of one language stay there, on a fallback page too', () => {
    expect(site.read('pt-br/django/signals/index.html')).toContain('<a href="/some/base/es/django/signals/">');
  });

  test('of a fallback page lead on in the reader’s language', () => {
    expect(fallback()).toContain('<a href="/some/base/es/django/signals/#when-they-fire" data-doc');
    expect(site.read('pt-br/django/async/index.html')).toContain('href="/some/base/pt-br/django/orm/#lazy-evaluation"');
  });
});

describe('the sidebar', () => {
  const sidebarOf = (page: string) => /<ul class="top-level.*?<\/nav>/s.exec(page)?.[0] ?? '';
  const linksOf = (page: string) => [...sidebarOf(page).matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href);

  test('holds the reader’s progress, the area’s notes in their order, and the playground', () => {
    const names = ['', 'orm/', 'signals/', 'async/'];
    const linksIn = (locale: string) => [
      `${locale}progress/`,
      ...names.map((name) => `${locale}django/${name}`),
      `${locale}playground/`,
    ];
    expect(linksOf(orm())).toEqual(linksIn('/some/base/'));
    expect(linksOf(fallback())).toEqual(linksIn('/some/base/es/'));
  });

  test('marks titles that are not translated as English', () => {
    expect(sidebarOf(fallback())).toMatch(/<a href="\/some\/base\/es\/django\/orm\/"[^>]* lang="en"/);
    expect(sidebarOf(fallback())).not.toMatch(/<a href="\/some\/base\/es\/django\/signals\/"[^>]* lang=/);
  });
});

describe('what the pages allow', () => {
  const pages = () => site.list('.').filter((file) => file.endsWith('.html'));

  test('each page names the scripts that stand in it, and no others may run', () => {
    for (const file of pages()) {
      const { policy, scripts, before } = readScripts(site.read(file));
      expect(before, file).toEqual([]);
      const [, sources = ''] = /script-src ([^;]*)/.exec(policy ?? '') ?? [];
      const hashes = sources.split(' ').filter((source) => source.startsWith("'sha256-"));
      expect(new Set(hashes), file).toEqual(new Set(scripts.map(hash)));
      expect(sources).not.toContain('unsafe-inline');
    }
    expect(pages().length).toBeGreaterThan(20);
  });

  test('the header for hosts names those of all pages, for every file below the base', () => {
    const all = new Set(pages().flatMap((file) => readScripts(site.read(file)).scripts.map(hash)));
    const [first = '', policy = ''] = site.read('_headers').split('\n');
    expect(first).toBe('/some/base/*');
    for (const source of all) expect(policy).toContain(source);
    expect(site.read('_nginx.conf')).toContain(policy.replace(/^.*?: /, ''));
  });

  test('below a base, the host is not ours to speak for', () => {
    expect(site.has('.well-known/security.txt')).toBe(false);
  });

  test('no page would ask another host for anything', () => {
    expect(pages().flatMap((file) => findForeignTags(site.read(file)))).toEqual([]);
    const styles = site.list('_astro').filter((file) => file.endsWith('.css'));
    for (const file of styles) expect(site.read(`_astro/${file}`)).not.toMatch(/@import|url\(["']?(https?:)?\/\//);
    expect(styles.length).toBeGreaterThan(0);
  });

  test.each([
    ['<img alt="" src="https://example.org/x.png">', 1],
    ['<link rel="stylesheet" href="//example.org/x.css"/>', 1],
    ['<script type="module" src="https://example.org/x.js">', 1],
    ['<source srcset="/a.png 1x, https://example.org/b.png 2x">', 1],
    ['<link rel="canonical" href="https://example.org/">', 0],
    ['<img alt="//" src="/a.png"><a href="https://example.org/">x</a>', 0],
  ])('such as %s: %i', (html, count) => {
    expect(findForeignTags(html)).toHaveLength(count);
  });

  /** By a parser of its own: the scripts that a browser would run, and whether any stands before the policy. */
  function readScripts(html: string): { policy: string | undefined; scripts: string[]; before: string[] } {
    let policy: string | undefined;
    let script: string | undefined;
    const scripts: string[] = [];
    const before: string[] = [];
    const parser = new Parser({
      onopentag(name, { content, type = 'module', src, ...attributes }) {
        if (attributes['http-equiv'] === 'content-security-policy') policy = content;
        if (name === 'script' && policy === undefined) before.push(src ?? 'inline');
        if (name === 'script' && src === undefined && type === 'module') script = '';
      },
      ontext(text) {
        if (script !== undefined) script += text;
      },
      onclosetag(name) {
        if (name !== 'script' || script === undefined) return;
        scripts.push(script);
        script = undefined;
      },
    });
    parser.end(html);
    return { policy, scripts, before };
  }

  function hash(script: string): string {
    return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  }
});

test('each language has a search index of its own, without pages that are not translated', () => {
  const languages = JSON.parse(site.read('search-index/languages.json')) as Record<string, { index: string }>;
  const countPages = ([lang, { index }]: [string, { index: string }]) => {
    const { kind } = JSON.parse(site.read(`search-index/${lang}/${index}/head.json`)) as { kind: number[] };
    return [lang, unpackColumn(kind).length];
  };
  // Of what the site makes itself, two pages are for readers, the playground and what can be saved, in every language.
  expect(Object.entries(languages).map(countPages)).toEqual([
    ['en', 7],
    ['es', 3],
    ['pt-BR', 2],
  ]);
});
