import { expect, test } from 'vitest';
import { dropIdleSheets, findScopes } from './scoped-sheet.ts';

const CARD =
  '@layer parts{.card:where(.astro-aaaaaaa1){color:red}@media print{.a:where(.astro-aaaaaaa2),b.astro-aaaaaaa1{top:0}}}';

test('a sheet whose every selector has a scope matters to the pages that have one of them', () => {
  expect(findScopes(CARD)).toEqual(new Set(['astro-aaaaaaa1', 'astro-aaaaaaa2']));
});

test.each([
  ['one selector of a list', '.a.astro-aaaaaaa1,.b{top:0}'],
  ['the root', `${CARD}:root{--gap:1rem}`],
  ['what an animation does', `${CARD}@keyframes turn{from{top:0}}`],
  ['a font', `${CARD}@font-face{src:url(a.woff2)}`],
  ['nothing at all', '@layer one,two;'],
])('a sheet matters to every page where %s has none', (_, css) => {
  expect(findScopes(css)).toBeUndefined();
});

test('classes of Starlight are scopes too', () => {
  expect(findScopes('.sl-steps>li{top:0}')).toEqual(new Set(['sl-steps']));
});

test('a comma within a selector parts nothing', () => {
  expect(findScopes(':is(.a,.b):where(.astro-aaaaaaa1){top:0}')).toEqual(new Set(['astro-aaaaaaa1']));
});

test('only links to sheets that a page has nothing for are taken out', () => {
  const scopes: Record<string, ReadonlySet<string>> = {
    '/_astro/used.css': new Set(['astro-aaaaaaa1', 'astro-aaaaaaa2']),
    '/_astro/idle.css': new Set(['astro-aaaaaaa3']),
  };
  const links = ['used', 'idle', 'all'].map((name) => `<link rel="stylesheet" href="/_astro/${name}.css">`);
  const page = (sheets: readonly string[]) => `<head>${sheets.join('')}</head><p class="card astro-aaaaaaa2">`;
  expect(dropIdleSheets(page(links), (href) => scopes[href])).toBe(page([links[0] ?? '', links[2] ?? '']));
});
