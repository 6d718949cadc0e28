import { expect, test } from 'vitest';
import { ANKI_COLORS, ANKI_STYLE } from './anki-style.ts';

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [a, b].map(luminance).sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each(['light', 'dark'] as const)('every text can be read, %s', (theme) => {
  const { ground, code, line, ...texts } = ANKI_COLORS[theme];
  for (const text of Object.values(texts)) {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(text, code)).toBeGreaterThanOrEqual(4.5);
  }
  expect(line).not.toBe(ground);
});

test('night has the classes of every client, and code keeps its spaces', () => {
  expect(ANKI_STYLE).toContain('.card.nightMode,.card.night_mode{');
  expect(ANKI_STYLE).toContain('code{white-space:break-spaces');
});
