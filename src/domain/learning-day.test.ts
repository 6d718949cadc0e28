import { expect, test } from 'vitest';
import { countDay, learningDay, localDay, startOfDay } from './learning-day.ts';

test.each([
  ['half past eleven at night', '2026-11-24T23:30:00+01:00', 60, '2026-11-24'],
  ['half past midnight, the same evening', '2026-11-25T00:30:00+01:00', 60, '2026-11-24'],
  ['a minute before four', '2026-11-25T03:59:00+01:00', 60, '2026-11-24'],
  ['four in the morning', '2026-11-25T04:00:00+01:00', 60, '2026-11-25'],
  ['an evening in São Paulo, the next day in UTC', '2026-11-24T22:00:00-03:00', -180, '2026-11-24'],
  ['a morning in Auckland, the day before in UTC', '2026-11-25T09:00:00+13:00', 780, '2026-11-25'],
  ['New Year’s night', '2027-01-01T01:00:00+05:30', 330, '2026-12-31'],
])('%s belongs to the learning day on its own clock', (_, text, z, day) => {
  expect(learningDay({ t: Date.parse(text), z })).toBe(day);
});

test.each([0, 60, -180, 330])('a learning day begins with its first moment, %i minutes east of UTC', (z) => {
  const day = countDay({ t: Date.UTC(2026, 10, 24, 12), z });
  const t = startOfDay(day, z);
  expect(countDay({ t, z })).toBe(day);
  expect(countDay({ t: t - 1, z })).toBe(day - 1);
});

test('the day in the calendar begins at midnight', () => {
  expect(localDay({ t: Date.parse('2026-11-25T00:30:00+01:00'), z: 60 })).toBe('2026-11-25');
});
