import { expect, test } from 'vitest';
import { readTokens } from './read-tokens.ts';

test('a token is read as it is in each color scheme', () => {
  const css = [':root { --a: light-dark(#fff, #000); --b: 4px }'];
  expect([...readTokens(css, 'light')]).toEqual([
    ['a', '#fff'],
    ['b', '4px'],
  ]);
  expect(readTokens(css, 'dark').get('a')).toBe('#000');
});

test('what stands later wins, and a token that names another is what that one is in the end', () => {
  const css = [
    '@layer study { :root { --a: #111; --b: var(--a); --c: light-dark(var(--b), #222) } }',
    ':root{--a:#333}',
  ];
  expect(readTokens(css, 'light').get('c')).toBe('#333');
  expect(readTokens(css, 'dark').get('c')).toBe('#222');
});

test('a rule for one color scheme counts in that one only', () => {
  const css = [":root { --a: #000 } :root[data-theme='light'] { --a: #fff }"];
  expect(readTokens(css, 'light').get('a')).toBe('#fff');
  expect(readTokens(css, 'dark').get('a')).toBe('#000');
});

test('media queries are left out, save the one that is asked for; comments and other rules say nothing', () => {
  const css = [
    ':root { --a: 1 /* --a: 9 */ } p { --a: 8 }',
    '@media (min-width: 1px) { :root { --a: 2 } } @media (prefers-contrast: more) { :root { --a: 3 } }',
  ];
  expect(readTokens(css, 'light').get('a')).toBe('1');
  expect(readTokens(css, 'light', 'prefers-contrast: more').get('a')).toBe('3');
});

test('tokens that name each other in a circle end', () => {
  expect(readTokens([':root { --a: var(--b); --b: var(--a) }'], 'light').get('a')).toMatch(/^var/);
});
