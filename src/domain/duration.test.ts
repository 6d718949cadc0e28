import { expect, test } from 'vitest';
import { formatMinutes, formatTime } from './duration.ts';

test.each([
  [0, '0 min'],
  [0.4, '0 min'],
  [59.4, '59 min'],
  [59.6, '1 h'],
  [60, '1 h'],
  [130.2, '2 h 10 min'],
  [1200, '20 h'],
])('%d minutes are %s', (minutes, text) => {
  expect(formatMinutes(minutes)).toBe(text);
});

test.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [725_000, '12:05'],
  [7_260_000, '121:00'],
])('%d milliseconds are %s', (ms, text) => {
  expect(formatTime(ms)).toBe(text);
});
