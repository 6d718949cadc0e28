import { expect, test } from 'vitest';
import { createTokenClasses } from './token-class.ts';

const dark = new Map([
  ['study-code-name', '#dde3ee'],
  ['study-code-keyword', '#d9a8f5'],
  ['study-code-comment', '#949eb0'],
]);
const light = new Map([
  ['study-code-name', '#1f2636'],
  ['study-code-keyword', '#8a2a80'],
  ['study-code-comment', '#565f6f'],
]);
const rewrite = createTokenClasses(dark, light);

test.each([
  ['<span style="--0:#D9A8F5;--1:#8A2A80">def</span>', '<span class="tok-keyword">def</span>'],
  [
    '<span style="--0:#949EB0;--0fs:italic;--1:#565F6F;--1fs:italic"># why</span>',
    '<span class="tok-comment"># why</span>',
  ],
  ['<span style="--0:#dde3ee;--1:#1f2636"> main()</span>', ' main()'],
  [
    '<span style="--0:#D9A8F5;--1:#8A2A80"><mark>de</mark>f</span>',
    '<span class="tok-keyword"><mark>de</mark>f</span>',
  ],
  ['<span style="--0:#DDE3EE;--1:#1F2636"><mark>x</mark></span>', '<span class="tok-name"><mark>x</mark></span>'],
])('%s becomes %s', (html, expected) => {
  expect(rewrite(html)).toBe(expected);
});

test('what has other colors, or is no token, stays', () => {
  const html =
    '<span style="--0:#D9A8F5;--1:#1F2636">a</span><span style="--0:red">b</span><p style="--0:#D9A8F5">c</p>';
  expect(rewrite(html)).toBe(html);
});
