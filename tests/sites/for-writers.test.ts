/** What the site makes for those who write: a page for each code, the table of translations, notices of those behind, a sheet of pictures. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CODES } from '../../src/content/codes/table.ts';
import { buildWholeSite, wholeSite as site } from './whole-site.ts';

const fixture = (file: string) => readFileSync(path.join(import.meta.dirname, 'fixture', file), 'utf8');
beforeAll(() => {
  expect(buildWholeSite().ok).toBe(true);
});

describe('a translation that is behind', () => {
  const notice = () =>
    /<aside class="study-drift[\s\S]*?<\/aside>/.exec(site.read('es/django/signals/index.html'))?.[0] ?? '';

  test('names the sections that changed or are new, and leads to them in the original', () => {
    const links = [...notice().matchAll(/<a href="([^"]+)"[^>]*>([^<]+)<\/a>\s*([^<\s]*)/g)].map((match) =>
      match.slice(1),
    );
    expect(links).toEqual([
      ['/some/base/django/signals/#when-they-fire', 'When they fire', ''],
      ['/some/base/django/signals/#how-they-wait', 'How “they” wait', '(nueva)'],
      ['/some/base/django/signals/', 'Leer la página en inglés', ''],
    ]);
    expect(notice()).toContain('El texto en inglés cambió después de esta traducción');
  });

  test.each(['django/signals', 'pt-br/django/signals', 'es/django/orm'])('is said of no other page: %s', (page) => {
    expect(site.read(`${page}/index.html`)).not.toContain('study-drift');
  });
});

describe('the sheet of pictures', () => {
  const sheet = () => site.read('authoring/pictures/index.html');

  test('shows each picture in light and in dark, with its page, its words and its line', () => {
    for (const file of ['django/orm.md', 'django/async.mdx']) {
      const text = fixture(`content/docs/${file}`);
      const line = text.split('\n').indexOf('```mermaid') + 1;
      const [, words = ''] = /%% alt: (.*)/.exec(text) ?? [];
      expect(sheet()).toContain(`content/docs/${file}:${line}`);
      expect(sheet().split(`aria-label="${words}"`)).toHaveLength(3);
      expect(sheet()).toContain(`href="/some/base/${file.replace(/\.mdx?$/, '/')}"`);
    }
    const [light, dark] = ['light', 'dark'].map((scheme) => sheet().split(`class="study-sheet-${scheme}"`).length);
    expect(light).toBe(dark);
  });

  test('is for writers: no search, sitemap, twin or copy for use without a network has it', () => {
    expect(sheet()).not.toContain('data-pagefind-body');
    expect(sheet()).toContain('<meta name="robots" content="noindex"');
    expect(site.read('sitemap-0.xml')).not.toContain('authoring/pictures');
    expect(site.read('offline.json')).not.toContain('authoring/pictures');
    expect(site.has('authoring/pictures/index.md')).toBe(false);
  });
});

describe('the table of translations', () => {
  const rows = (page: string) =>
    [...site.read(`${page}/index.html`).matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, '').trim()),
    );

  test('says of every page how far it is, in the reader’s language, with links', () => {
    expect(rows('authoring/translations')).toContainEqual(['Signals', 'behind', 'missing']);
    expect(rows('es/authoring/translations')).toContainEqual(['Signals', 'atrasada', 'falta']);
    expect(site.read('es/authoring/translations/index.html')).toContain('href="/some/base/es/django/signals/"');
    expect(rows('authoring/translations')[0]).toEqual(['Page', 'Español', 'Português']);
  });
});

describe('the pages of the codes', () => {
  test('there is one for each, and a list of all', () => {
    const list = site.read('authoring/errors/index.html');
    for (const code of Object.keys(CODES)) {
      expect(list).toContain(`href="/some/base/authoring/errors/${code}/"`);
      expect(site.has(`authoring/errors/${code}/index.html`), code).toBe(true);
    }
  });

  test('each shows an example, what the check says of it, and the example mended', () => {
    const text = site.read('authoring/errors/link-anchor/index.html').replace(/<[^>]+>/g, '');
    expect(text).toContain('error');
    expect(text).toMatch(/content\/docs\/\S+:\d+:\d+\s+error\s+link-anchor/);
    expect(text).toContain('hint:');
  });

  test('no reader finds them among their results', () => {
    expect(site.read('authoring/errors/link-anchor/index.html')).not.toContain('data-pagefind-body');
  });
});
