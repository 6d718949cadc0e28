import { expect, test } from 'vitest';
import { createLog } from './event-log.ts';
import { findStudiedNotes } from './studied-notes.ts';

const said = (d: string, n: number, t: number, note: string, studied: boolean) => {
  return { d, n, t, z: 0, k: 'studied', note, studied };
};

test('a note is studied when that is the last that was said of it, on any device', () => {
  const log = createLog([
    said('laptop', 1, 10, 'gil', true),
    said('phone', 1, 20, 'gil', false),
    said('laptop', 2, 30, 'asyncio', false),
    said('phone', 2, 40, 'asyncio', true),
  ]);
  expect([...findStudiedNotes(log, new Map())]).toEqual([['asyncio', 40]]);
});

test('what was said of a note under a former id counts, in the order in which it was said', () => {
  const present = new Map([['old/gil', 'gil']]);
  const before = said('laptop', 1, 10, 'old/gil', true);
  expect([...findStudiedNotes(createLog([before]), present)]).toEqual([['gil', 10]]);
  const log = createLog([before, said('laptop', 2, 20, 'gil', false)]);
  expect([...findStudiedNotes(log, present)]).toEqual([]);
});
