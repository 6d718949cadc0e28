import { expect, test } from 'vitest';
import { partSheet } from './parted-sheet.ts';

const isRare = (scope: string) => ['sl-banner', 'astro-aaaaaaa1'].includes(scope);

test('rules of which every selector asks for something rare go, with the layers and conditions that they stand in', () => {
  const css =
    '@layer core,study;@layer core{p{top:0}.sl-banner{top:1px}@media print{.sl-banner a,.x:where(.astro-aaaaaaa1){top:2px}}}.y{top:3px}';
  expect(partSheet(css, isRare)).toEqual({
    most: '@layer core,study;@layer core{p{top:0}}.y{top:3px}',
    few: '@layer core{.sl-banner{top:1px}@media print{.sl-banner a,.x:where(.astro-aaaaaaa1){top:2px}}}',
  });
});

test.each([
  ['a selector that asks for nothing rare', '.sl-banner,p{top:0}'],
  ['what an animation does', '@keyframes sl-banner{from{top:0}}'],
  ['a rule within a rule', 'p{top:0;&.z{top:1px}}'],
  ['braces in strings and addresses', `p{content:"}";background:url(data:image/svg+xml,{;})}`],
])('%s stays', (_, css) => {
  expect(partSheet(css, isRare)).toEqual({ most: css, few: '' });
});
