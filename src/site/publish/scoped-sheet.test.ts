import { expect, test } from 'vitest';
import { findScopes, listScopes, listScopesOfPage, replaceSheets } from './scoped-sheet.ts';

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

test('what one of several may be, or must not be, is no scope', () => {
  expect(listScopes(':is(.sl-a,.sl-b) p,.sl-c:not(.sl-d,:where(.sl-e *)),:where(.x:is(.sl-f))')).toEqual([
    [],
    ['sl-c'],
    ['sl-f'],
  ]);
});

test('the scopes of a page are among its words', () => {
  expect(listScopesOfPage('<p class="card astro-aaaaaaa1 sl-flex"></p>')).toEqual(
    new Set(['astro-aaaaaaa1', 'sl-flex']),
  );
});

test('a page links what it has something for, in the place of the sheet that was parted', () => {
  const scoped = (name: string, ...scopes: string[]) => ({
    href: `/_astro/${name}.css`,
    scopes: scopes.length > 0 ? new Set(scopes) : undefined,
  });
  const sheets: Record<string, ReturnType<typeof scoped>[]> = {
    '/_astro/all.css': [scoped('most'), scoped('few', 'astro-aaaaaaa1'), scoped('rare', 'astro-aaaaaaa3')],
    '/_astro/idle.css': [scoped('idle', 'astro-aaaaaaa3')],
  };
  const page = (...names: string[]) =>
    `<head>${names.map((name) => `<link rel="stylesheet" href="/_astro/${name}.css">`).join('')}</head><p class="astro-aaaaaaa1">`;
  expect(replaceSheets(page('all', 'idle'), (href) => sheets[href] ?? [])).toBe(page('most', 'few'));
});
