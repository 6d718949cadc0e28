import { expect, test } from 'vitest';
import { defineSite } from '../../content/site-config.ts';
import { createWebManifest } from './manifest.ts';

const site = defineSite(
  {
    siteId: 'x',
    title: 'Python Senior Knowledge Base',
    description: 'What it is about.',
    url: 'https://example.org',
    base: '/study/',
    author: 'A',
    repository: { url: 'https://example.org/x' },
    locales: { root: { label: 'English', lang: 'en' }, es: { label: 'Español', lang: 'es' } },
  },
  {},
);
const words = { today: 'Hoy', review: 'Repasar' };
const options = { locale: 'es', words, color: '#2f5fd0', hasReview: true };

test('everything is below the base, and begins in the language that the site was installed in', () => {
  expect(createWebManifest(site, options)).toMatchObject({
    id: '/study/',
    name: 'Python Senior Knowledge Base',
    short_name: 'PSKB',
    lang: 'es',
    dir: 'ltr',
    start_url: '/study/es/',
    scope: '/study/',
    theme_color: '#2f5fd0',
    shortcuts: [
      { name: 'Repasar', url: '/study/es/review/' },
      { name: 'Hoy', url: '/study/es/' },
    ],
  });
  const { icons } = createWebManifest(site, options) as { icons: { src: string; purpose: string }[] };
  expect(icons[0]).toEqual({ src: '/study/icons/192.png', sizes: '192x192', type: 'image/png', purpose: 'any' });
  expect(icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
});

test('the main language begins at the base, and a site without cards offers no review', () => {
  const manifest = createWebManifest({ ...site, title: 'Study' }, { ...options, locale: undefined, hasReview: false });
  expect(manifest).toMatchObject({ short_name: 'Study', lang: 'en', start_url: '/study/' });
  expect(manifest).toHaveProperty('shortcuts.length', 1);
});
