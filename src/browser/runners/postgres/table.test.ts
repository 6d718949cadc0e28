import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPlan, formatTable } from './table.ts';

const text = (name: string) => ({ name, isNumeric: false });
const number = (name: string) => ({ name, isNumeric: true });

// The expected tables were printed by psql 15 with `-P null=NULL`, and lost the spaces at the ends of their lines.
test('a table looks as in psql, with NULL in words', () => {
  const columns = [number('id'), text('name'), text('x')];
  const rows = [
    ['1', 'Ada', null],
    ['22', '', 'é'],
  ];
  expect(`\n${formatTable({ columns, rows })}`).toBe(`
 id | name |  x
----+------+------
  1 | Ada  | NULL
 22 |      | é
(2 rows)
`);
});

test('a value of several lines goes on below', () => {
  const columns = [text('long header'), text('m'), text('l'), number('n')];
  expect(`\n${formatTable({ columns, rows: [['a', 'x\ny\nzz', 'p\nqqqqqqqqq', null]] })}`).toBe(`
 long header | m  |     l     |  n
-------------+----+-----------+------
 a           | x +| p        +| NULL
             | y +| qqqqqqqqq |
             | zz |           |
(1 row)
`);
});

test('a table without rows has its names, one without columns its rows', () => {
  expect(formatTable({ columns: [text('?column?')], rows: [] })).toBe(' ?column?\n----------\n(0 rows)\n');
  expect(formatTable({ columns: [], rows: [[], [], []] })).toBe('--\n(3 rows)\n');
});

test('a plan is its lines', () => {
  const rows = [['Sort'], ['  ->  Seq Scan on t']];
  expect(formatPlan({ columns: [text('QUERY PLAN')], rows })).toBe('Sort\n  ->  Seq Scan on t\n');
});

test('whatever the values, the bars stand below each other', () => {
  const cell = fc.option(fc.string({ unit: fc.constantFrom('a', 'é', '\n', ' ', 'e\u0301') }));
  const rows = fc.array(fc.tuple(cell, cell, fc.constant('.')), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(rows, (values) => {
      const lines = formatTable({ columns: [text('a'), number('b'), text('c')], rows: values }).split('\n');
      const bars = lines.slice(2, -2).map((line) => [...line.replace(/\u0301/g, '')].indexOf('|'));
      expect(new Set(bars).size).toBe(1);
    }),
  );
});
