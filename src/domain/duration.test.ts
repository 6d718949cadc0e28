import { expect, test } from 'vitest';
import { formatMinutes } from './duration.ts';

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
