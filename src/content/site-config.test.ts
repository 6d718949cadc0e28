import { expect, test } from 'vitest';
import { defineSite, type SiteInput } from './site-config.ts';

const input: SiteInput = {
  siteId: 'kb',
  title: 'KB',
  description: 'A site.',
  url: 'https://example.org',
  base: '/',
  author: 'Somebody',
  repository: { url: 'https://example.org/owner/repo' },
  locales: { root: { label: 'English', lang: 'en' } },
};

test('a site is checked and its defaults are filled in', () => {
  const site = defineSite(input, {});
  expect([site.repository.branch, site.theme]).toEqual(['main', 'ink']);
});

test('the environment says where this build is published', () => {
  const site = defineSite(input, { SITE_URL: 'https://fork.example', SITE_BASE: '/study/' });
  expect([site.url, site.base]).toEqual(['https://fork.example', '/study/']);
});

test('every option that is wrong is named with what to write', () => {
  const wrong = {
    ...input,
    siteId: 'My Site',
    base: 'study',
    theme: 'night',
    colour: 'blue',
    locales: { es: { label: 'Español', lang: 'español' }, 'zh-CN': { label: '中文', lang: 'zh-CN' } },
  };
  expect(() => defineSite(wrong as SiteInput, {})).toThrowErrorMatchingInlineSnapshot(`
    [SiteConfigError: site.config.ts cannot be used:
      siteId: write lower-case letters, digits and hyphens
      base: begin and end with a slash: /study/
      theme: choose one of ink, forest, paper
      locales.es.lang: write a language tag such as en or pt-BR
      locales: name the main language under the key "root"
      locales.zh-CN: name the folder in lower case, with hyphens: pt-br
      site: Unrecognized key: "colour"]
  `);
});
