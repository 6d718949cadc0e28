/** What eyes can tell apart, computed: WCAG 2.2 contrast of all themes, and the areas as color-blind readers see them. */
import { readFileSync } from 'node:fs';
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  interpolate,
  parse,
  wcagContrast,
} from 'culori';
import { describe, expect, test } from 'vitest';
import { AREA_COLORS } from '../../content/area-color.ts';
import { THEMES } from '../../content/theme-name.ts';
import { readSiteColors } from './site-theme.ts';

const numbers = Array.from({ length: AREA_COLORS }, (_, place) => place + 1);
const AREAS = numbers.map((number) => `study-area-${number}`);
const GROUNDS = ['study-ground', 'study-bar', 'study-card', 'study-surface'];
const TEXTS = [
  ...['study-ink', 'study-text', 'study-muted', 'study-accent', 'study-done-color', 'study-doing-color'],
  ...['d-warn', 'd-good', ...AREAS],
];
const SOFT = ['study-accent-soft', 'd-warn-soft', 'd-good-soft'];
const CODE = ['name', 'keyword', 'string', 'number', 'function', 'type', 'comment'].map((name) => `study-code-${name}`);

/** What marks lines and words of code, and how much of it is mixed into their ground, as the style sheet says. */
const CODE_SHEET = readFileSync(new URL('../../styles/code.css', import.meta.url), 'utf8');
const CODE_MARKS = [...CODE_SHEET.matchAll(/--code-mark: var\(--([\w-]+)\)/g)].map(([, token = '']) => token);
const CODE_MARK_SHARE = Number(/color-mix\(in srgb, var\(--code-mark\) (\d+)%/.exec(CODE_SHEET)?.[1]);

const LOOKS = THEMES.flatMap((theme) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    ([undefined, 'prefers-contrast: more'] as const).map((media) => ({ theme, scheme, media })),
  ),
);

describe.each(LOOKS)('$theme, $scheme, $media', ({ theme, scheme, media }) => {
  const tokens = readSiteColors(theme, scheme, media);
  const colorOf = (name: string): Color => {
    const color = parse(tokens.get(name) ?? '');
    if (color === undefined) throw new Error(`--${name} is ${tokens.get(name)}, which is no color`);
    return color;
  };
  const listFaint = (marks: readonly string[], grounds: readonly string[], least: number) =>
    marks.flatMap((mark) =>
      grounds
        .map((ground) => ({ pair: `${mark} on ${ground}`, ratio: wcagContrast(colorOf(mark), colorOf(ground)) }))
        .filter(({ ratio }) => ratio < least)
        .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`),
    );

  test('text can be read on every ground', () => {
    expect(listFaint(TEXTS, GROUNDS, media ? 7 : 4.5)).toEqual([]);
    expect(listFaint(['study-ink', 'study-text'], SOFT, 4.5)).toEqual([]);
    expect(listFaint(['d-warn'], ['d-warn-soft'], 4.5)).toEqual([]);
    expect(listFaint(['d-good'], ['d-good-soft'], 4.5)).toEqual([]);
    expect(listFaint(['study-accent'], ['study-accent-soft'], 4.5)).toEqual([]);
    expect(listFaint(['study-ground'], ['study-accent'], 4.5)).toEqual([]);
  });

  test('code can be read on its ground, and where a line is marked', () => {
    expect(listFaint(CODE, ['study-code-ground', 'study-card', 'study-surface'], 4.5)).toEqual([]);
    expect(CODE_MARKS).toHaveLength(3);
    const faint = CODE_MARKS.flatMap((mark) => {
      const ground = interpolate([colorOf('study-code-ground'), colorOf(mark)], 'rgb')(CODE_MARK_SHARE / 100);
      return CODE.filter((token) => wcagContrast(colorOf(token), ground) < 4.5).map((token) => `${token} on ${mark}`);
    });
    expect(faint).toEqual([]);
  });

  test('the edges of what is pressed and typed into can be seen', () => {
    expect(listFaint(['study-edge'], ['study-ground', 'study-bar', 'study-card', 'study-surface'], 3)).toEqual([]);
  });

  test.each([
    ['all cones', (color: Color) => color],
    ['no green cones', filterDeficiencyDeuter(1)],
    ['no red cones', filterDeficiencyProt(1)],
    ['no blue cones', filterDeficiencyTrit(1)],
  ])('no two areas look alike to a reader with %s', (_, see) => {
    const difference = differenceCiede2000();
    const alike = AREAS.flatMap((one, index) =>
      AREAS.slice(index + 1)
        .map((other) => ({ pair: `${one}, ${other}`, by: difference(see(colorOf(one)), see(colorOf(other))) }))
        // Two is what an eye notices side by side; ten is another color.
        .filter(({ by }) => by < 10)
        .map(({ pair, by }) => `${pair}: ${by.toFixed(1)}`),
    );
    expect(alike).toEqual([]);
  });
});
