import { expect, test } from 'vitest';
import { createLog } from './event-log.ts';
import { createHeatmap, minutesByDay, minutesByNote, minutesByWeek, summarizeWeek } from './statistics.ts';
import type { StudyEvent } from './study-event.ts';

let counter = 0;
function phase(moment: string, minutes: number, fields: Partial<StudyEvent> = {}): StudyEvent {
  counter += 1;
  const rest = { k: 'phase', note: 'gil', phase: 'read', ms: minutes * 60_000, ...fields };
  return { d: 'laptop', n: counter, t: Date.parse(moment), z: 60, ...rest };
}

const LOG = createLog([
  phase('2026-11-22T10:00+01:00', 20),
  phase('2026-11-23T23:30+01:00', 30),
  phase('2026-11-24T00:30+01:00', 15, { note: 'asyncio' }),
  phase('2026-11-24T10:00+01:00', 0.5),
  phase('2026-11-24T11:00+01:00', 90, { k: 'review' }),
  phase('2026-11-24T11:00+01:00', 90, { ms: 'long' }),
]);

test('minutes count for the learning day, and only phases have minutes', () => {
  expect([...minutesByDay(LOG)]).toEqual([
    ['2026-11-22', 20],
    ['2026-11-23', 45],
    ['2026-11-24', 0.5],
  ]);
});

test('a week begins on Monday', () => {
  expect([...minutesByWeek(minutesByDay(LOG))]).toEqual([
    ['2026-11-16', 20],
    ['2026-11-23', 45.5],
  ]);
});

test('minutes count for the note that was studied', () => {
  expect([...minutesByNote(LOG, new Map())]).toEqual([
    ['gil', 50.5],
    ['asyncio', 15],
  ]);
  expect([...minutesByNote(LOG, new Map([['asyncio', 'gil']]))]).toEqual([['gil', 65.5]]);
});

test('this week is shown day by day against the target', () => {
  const week = summarizeWeek(minutesByDay(LOG), '2026-11-26', 91);
  expect(week.days.map(({ minutes }) => minutes)).toEqual([45, 0.5, 0, 0, 0, 0, 0]);
  expect(week).toMatchObject({ start: '2026-11-23', minutes: 45.5, target: 91, share: 0.5 });
});

test('more than the target is the whole target, and without a target nothing is missing', () => {
  expect(summarizeWeek(minutesByDay(LOG), '2026-11-26', 10).share).toBe(1);
  expect(summarizeWeek(new Map(), '2026-11-26', 0).share).toBe(1);
});

test('a year is 53 weeks that end today', () => {
  const weeks = createHeatmap(minutesByDay(LOG), '2026-11-24');
  expect(weeks).toHaveLength(53);
  expect(weeks.map((week) => week.length)).toEqual([...Array(52).fill(7), 2]);
  expect(weeks[0]?.[0]?.day).toBe('2025-11-24');
  expect(weeks.at(-1)).toEqual([
    { day: '2026-11-23', minutes: 45, level: 2 },
    { day: '2026-11-24', minutes: 0.5, level: 1 },
  ]);
});

test.each([
  [0, 0],
  [0.1, 1],
  [30, 2],
  [60, 3],
  [119, 3],
  [600, 4],
])('%d minutes are of level %d', (minutes, level) => {
  const weeks = createHeatmap(new Map([['2026-11-24', minutes]]), '2026-11-24');
  expect(weeks.at(-1)?.at(-1)?.level).toBe(level);
});
