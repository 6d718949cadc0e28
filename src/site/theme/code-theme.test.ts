import { expect, test } from 'vitest';
import { createCodeTheme } from './code-theme.ts';
import { readSiteColors } from './site-theme.ts';

test('code has the colors of the tokens, so that a block and its editor look alike', () => {
  const tokens = readSiteColors('ink', 'dark');
  const theme = createCodeTheme('dark', tokens);
  const colorOf = (scope: string) => theme.tokenColors.find((rule) => rule.scope.includes(scope))?.settings.foreground;
  expect(colorOf('keyword')).toBe(tokens.get('study-code-keyword'));
  expect(colorOf('string')).toBe(tokens.get('study-code-string'));
  expect(theme.colors).toEqual({
    'editor.background': tokens.get('study-code-ground'),
    'editor.foreground': tokens.get('study-code-name'),
  });
});

test('a color that the highlighter cannot take is named, with what to write', () => {
  const tokens = new Map([...readSiteColors('ink', 'light'), ['study-code-string', 'rebeccapurple']] as const);
  expect(() => createCodeTheme('light', tokens)).toThrowErrorMatchingInlineSnapshot(
    `[Error: src/styles/theme.css: --study-code-string is rebeccapurple; write light-dark(#rrggbb, #rrggbb)]`,
  );
});
