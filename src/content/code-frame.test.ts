import { expect, test } from 'vitest';
import { formatFrame } from './code-frame.ts';

test('the caret stands below the place', () => {
  expect(`\n${formatFrame(['', '- [ ] Explain it'], { line: 2, column: 7 })}`).toMatchInlineSnapshot(`
    "
    2 │ - [ ] Explain it
      │       ^"
  `);
});

test('of a long line a part is shown, the place within it', () => {
  const line = `${'a'.repeat(150)}HERE${'b'.repeat(150)}`;
  const [text = '', caret = ''] = formatFrame([line], { line: 1, column: 151 }).split('\n');
  expect(text.length).toBeLessThan(110);
  expect(text.slice(caret.indexOf('^'), caret.indexOf('^') + 4)).toBe('HERE');
});

test('tabs take one place, a place beyond the line points at its end, an empty line shows nothing', () => {
  expect(formatFrame(['\tab'], { line: 1, column: 2 })).toBe('1 │  ab\n  │  ^');
  expect(formatFrame(['ab'], { line: 1, column: 99 })).toBe('1 │ ab\n  │   ^');
  expect(formatFrame(['', '  '], { line: 1, column: 1 })).toBe('');
  expect(formatFrame([], { line: 7, column: 1 })).toBe('');
});
