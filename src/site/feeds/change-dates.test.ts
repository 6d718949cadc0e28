import { expect, test } from 'vitest';
import { parseChanges } from './change-dates.ts';

const days = (log: string) =>
  Object.fromEntries([...parseChanges(log)].map(([file, date]) => [file, date.toISOString().slice(0, 10)]));

test('the newest commit of a file counts', () => {
  expect(days('t:1773489600\n\nM\ta.md\n\nt:1700000000\n\nA\ta.md\nA\té b.md\n')).toEqual({
    'a.md': '2026-03-14',
    'é b.md': '2023-11-14',
  });
});

test('a file that was only moved keeps its date, through several moves', () => {
  expect(
    days('t:1773489600\n\nR100\tb.md\tc.md\n\nt:1760000000\n\nR100\ta.md\tb.md\n\nt:1700000000\n\nA\ta.md\n'),
  ).toEqual({ 'c.md': '2023-11-14' });
});

test('a file that was moved and changed has changed', () => {
  expect(days('t:1773489600\n\nR090\ta.md\tb.md\n\nt:1700000000\n\nA\ta.md\n')).toEqual({ 'b.md': '2026-03-14' });
});

test('without a history nothing is known', () => {
  expect(days('')).toEqual({});
});
