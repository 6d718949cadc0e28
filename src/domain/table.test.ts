import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLog } from './event-log.ts';
import { EMPTY_STUDY, withTick } from './study-document.ts';
import { printTable, tabulateLog, tabulateTicks } from './table.ts';
import { log, study } from './testing/arbitrary.ts';

const at = Date.UTC(2026, 10, 24, 1);
const events = createLog([
  { d: 'laptop', n: 2, t: at + 1000, z: 60, k: 'studied', note: 'gil', studied: true },
  { d: 'laptop', n: 1, t: at, z: 60, k: 'phase', note: 'gil', phase: 'read', ms: 90_000 },
]);

test('the log has a row for each event, in order', () => {
  expect(printTable(tabulateLog(events))).toMatchInlineSnapshot(`
    "time,learning day,device,kind,note,phase,minutes,details
    2026-11-24T01:00:00.000Z,2026-11-23,laptop,phase,gil,read,1.5,
    2026-11-24T01:00:01.000Z,2026-11-23,laptop,studied,gil,,,"{""studied"":true}"
    "
  `);
});

test('checklists have a row for each item', () => {
  const ticked = withTick(withTick(EMPTY_STUDY, 'gil#b', 'done', at), 'gil#a', 'skipped', at);
  expect(
    tabulateTicks(ticked)
      .slice(1)
      .map(([item, state]) => [item, state]),
  ).toEqual([
    ['gil#a', 'skipped'],
    ['gil#b', 'done'],
  ]);
});

test('a cell is what it was for whoever reads it, and never a formula', () => {
  expect(printTable([['a,b', 'say "x"', 'line\nline', '=1+1', '-1', '']])).toBe(
    '"a,b","say ""x""","line\nline",\'=1+1,\'-1,\r\n',
  );
});

test('every row has the same number of cells, whatever the record holds', () => {
  const count = (rows: string[][]) => new Set(rows.map(({ length }) => length)).size;
  fc.assert(fc.property(log, (any) => void expect(count(tabulateLog(any))).toBe(1)));
  fc.assert(fc.property(study, (any) => void expect(count(tabulateTicks(any))).toBe(1)));
});
