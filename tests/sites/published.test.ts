/** What a built site says to others than its readers of today: feed readers, search engines, those who knew a page by a former name. */
import { parseFeed } from 'htmlparser2';
import sax from 'sax';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMIT_DATE } from './site.ts';
import { buildWholeSite, wholeSite as site } from './whole-site.ts';

const SITE = 'https://example.org/some/base/';

beforeAll(() => {
  const { ok, output } = buildWholeSite();
  expect(ok, output).toBe(true);
});

/** @throws where it is not well-formed, which readers of XML do not forgive */
function parseStrictly(xml: string): void {
  const parser = sax.parser(true);
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(xml).close();
}

test('a renamed page and a renamed item are known under all their keys, in every language and in the sidebar', () => {
  const token = 'django/signals#when-fires|django/signals#fires|signals#when-fires|signals#fires';
  for (const page of ['django/signals', 'es/django/signals', 'pt-br/django/signals']) {
    const html = site.read(`${page}/index.html`);
    expect(html).toMatch(/data-note="django\/signals"/);
    expect(html.split(`data-items="${token}"`).length, page).toBeGreaterThanOrEqual(4);
  }
});

test('who comes by a former address is led on, in each language and without a script, and nobody else is', () => {
  for (const [locale, said] of [
    ['', 'This page has moved:'],
    ['es/', 'Esta página se ha movido:'],
  ]) {
    const page = site.read(`${locale}signals/index.html`);
    expect(page).toContain(`<meta http-equiv="refresh" content="0; url=/some/base/${locale}django/signals/">`);
    expect(page).toContain(`<link rel="canonical" href="${SITE}${locale}django/signals/">`);
    expect(page).toContain(`<p>${said} <a href="/some/base/${locale}django/signals/">`);
  }
  expect(site.read('sitemap-0.xml')).not.toContain(`<loc>${SITE}signals/`);
  expect(site.read('offline.json')).not.toContain('"signals/');
  expect(site.has('home/index.html')).toBe(false);
});

describe('the feed', () => {
  const readFeed = (file: string) => {
    const xml = site.read(file);
    parseStrictly(xml);
    return parseFeed(xml);
  };

  test('has the notes of the main language, with the whole address and the date of their last commit', () => {
    const { type, title, link, items } = readFeed('rss.xml') ?? {};
    expect({ type, title, link }).toEqual({ type: 'rss', title: 'Fixture', link: SITE });
    expect(items?.map((item) => item.link)).toEqual([
      `${SITE}django/async/`,
      `${SITE}django/orm/`,
      `${SITE}django/signals/`,
    ]);
    expect(items?.[1]).toMatchObject({
      title: 'The ORM',
      description: 'Lazy by design.',
      pubDate: new Date(COMMIT_DATE),
    });
  });

  test('of another language has what is written in it', () => {
    const { title, items } = readFeed('es/rss.xml') ?? {};
    expect(title).toBe('Fixture (Español)');
    expect(items?.map((item) => item.link)).toEqual([`${SITE}es/django/signals/`]);
    expect(readFeed('pt-br/rss.xml')?.items).toEqual([]);
    expect(site.read('pt-br/rss.xml')).toContain('<language>pt-BR</language>');
  });

  test('is known to each page of its language', () => {
    const page = site.read('es/django/orm/index.html');
    expect(page).toMatch(/<link rel="alternate" type="application\/rss\+xml"[^>]* href="\/some\/base\/es\/rss\.xml"/);
    expect(page).toContain('<a href="/some/base/es/rss.xml">');
  });
});

describe('Markdown', () => {
  test('is beside each page, in the language that it is written in, and not of what scripts make', () => {
    const twin = site.read('django/signals/index.md');
    expect(twin).toMatch(/^# Signals\n\n> Who listens.\n\n<https:\/\/example\.org\/some\/base\/django\/signals\/>\n/);
    expect(twin).toContain(`its [translation](${SITE}es/django/signals/)`);
    expect(twin).toContain('\n- [ ] Say when a signal fires\n\n## Sources\n\n- [One](https://example.org/1): a\n');
    expect(site.read('es/django/signals/index.md')).toContain('\n## Fuentes\n');
    expect(site.read('django/index.md')).toContain(`- [The ORM](${SITE}django/orm/): Lazy by design.`);
    expect(site.read('index.md')).toContain(`- [Django](${SITE}django/): The framework.`);
    for (const page of ['es/django/orm', 'playground', 'not-saved']) expect(site.has(`${page}/index.md`)).toBe(false);
  });

  test('is known to the page, to the button that copies it, and to a page that is not translated', () => {
    const alternateOf = (page: string) =>
      /<link rel="alternate" type="text\/markdown" href="([^"]*)"/.exec(site.read(`${page}/index.html`))?.[1];
    expect(alternateOf('es/django/signals')).toBe('/some/base/es/django/signals/index.md');
    expect(alternateOf('es/django/orm')).toBe('/some/base/django/orm/index.md');
    expect(alternateOf('playground')).toBeUndefined();
    expect(site.read('es/django/orm/index.html')).toMatch(
      /<a class="study-copy" href="\/some\/base\/django\/orm\/index\.md"[^>]*>\s*Copiar Markdown/,
    );
  });

  test('of the whole site is listed by area, each link leading to a file that is there', () => {
    expect(site.read('llms.txt')).toContain(`# Fixture

> A small site that the tests build.

## Django

- [Django](${SITE}django/index.md): The framework.
- [The ORM](${SITE}django/orm/index.md): Lazy by design.
`);
    for (const file of ['llms.txt', 'es/llms.txt', 'pt-br/llms.txt']) {
      const links = [...site.read(file).matchAll(/\]\(([^)]*)\)/g)].map(([, href = '']) => href.slice(SITE.length));
      expect(links.length).toBeGreaterThan(3);
      expect(links.filter((link) => !site.has(link))).toEqual([]);
    }
    expect(site.read('es/llms.txt')).toContain(`(${SITE}es/django/signals/index.md)`);
  });

  test('is nothing to save for use without a network', () => {
    expect(site.read('offline.json')).not.toMatch(/index\.md|llms\.txt/);
  });
});

describe('cards', () => {
  const cardOf = (page: string) =>
    /<meta property="og:image" content="([^"]*)"/.exec(site.read(`${page}index.html`))?.[1]?.slice(SITE.length);

  test('are the page’s own for notes and areas, in the language that they are written in, and the site’s for the rest', () => {
    expect(cardOf('django/orm/')).toBe('og/django/orm.png');
    expect(cardOf('es/django/signals/')).toBe('og/es/django/signals.png');
    expect(cardOf('es/django/orm/')).toBe('og/django/orm.png');
    expect(cardOf('django/')).toBe('og/django.png');
    expect(cardOf('es/')).toBe('og/es/index.png');
    expect(cardOf('playground/')).toBe('og/index.png');
    const page = site.read('django/orm/index.html');
    expect(page).toContain('<meta property="og:image:alt" content="The ORM · Fixture"');
    expect(page).toContain('<meta name="twitter:card" content="summary_large_image"');
  });

  test('are there, each with its own words, and are not saved for use without a network', () => {
    const pages = ['', 'es/', 'django/', 'django/orm/', 'es/django/signals/', 'playground/'];
    const files = [...new Set(pages.map((page) => cardOf(page) ?? ''))];
    const pictures = files.map((file) => site.readBytes(file));
    for (const picture of pictures) expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBeGreaterThan(3);
    expect(site.read('offline.json')).not.toContain('og/');
  });
});

describe('search engines', () => {
  const sitemap = () => site.read('sitemap-0.xml');

  test('find the sitemap', () => {
    expect(site.read('robots.txt')).toContain(`Sitemap: ${SITE}sitemap-index.xml\n`);
    expect(site.read('sitemap-index.xml')).toContain(`<loc>${SITE}sitemap-0.xml</loc>`);
  });

  test('learn of each page once, with its translations', () => {
    parseStrictly(sitemap());
    const listed = [...sitemap().matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual(expect.arrayContaining([SITE, `${SITE}django/orm/`, `${SITE}es/django/signals/`]));
    expect(sitemap()).toContain(`<xhtml:link rel="alternate" hreflang="es" href="${SITE}es/django/signals/"/>`);
  });

  test('are not led to what is no page of its own', () => {
    for (const page of ['404', 'not-saved', 'es/django/orm']) expect(sitemap()).not.toContain(`<loc>${SITE}${page}/`);
    expect(site.read('es/django/orm/index.html')).toContain(`<link rel="canonical" href="${SITE}django/orm/"/>`);
  });
});

test('hosts that lead on before they look for a page are told every former name', () => {
  const lines = site.read('_redirects').trim().split('\n');
  expect(lines).toContain('/some/base/signals/ /some/base/django/signals/ 301');
  expect(lines).toContain('/some/base/es/signals /some/base/es/django/signals/ 301');
  expect(site.read('_nginx.conf')).toContain(
    'location = /some/base/signals/ {\n  return 301 /some/base/django/signals/;',
  );
});
