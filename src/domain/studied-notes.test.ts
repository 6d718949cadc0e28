import { expect, test } from 'vitest';
import { createLog } from './event-log.ts';
import { findStudiedNotes } from './studied-notes.ts';

test('a note is studied when that is the last that was said of it, on any device', () => {
  const said = (d: string, n: number, t: number, note: string, studied: boolean) => {
    return { d, n, t, z: 0, k: 'studied', note, studied };
  };
  const log = createLog([
    said('laptop', 1, 10, 'gil', true),
    said('phone', 1, 20, 'gil', false),
    said('laptop', 2, 30, 'asyncio', false),
    said('phone', 2, 40, 'asyncio', true),
  ]);
  expect([...findStudiedNotes(log)]).toEqual([['asyncio', 40]]);
});
