import { expect, test } from 'vitest';
import { alignPlan } from './server-plan.ts';

const PLAN = `Sort (actual rows=20.00 loops=1)
  Sort Method: quicksort  Memory: 18kB
  ->  Index Scan using a on t (actual rows=20.00 loops=1)
        Index Cond: (n = 5.00)
        Index Searches: 1
        Heap Blocks: exact=3
  ->  Seq Scan on u (actual time=0.010..0.020 rows=0.50 loops=2)`;

test('memory is that of the machine', () => {
  expect(alignPlan(PLAN, '18.4')).toBe(PLAN.replace('18kB', '… kB'));
});

test('a plan of before 18 has whole rows and no searches', () => {
  expect(alignPlan(PLAN, '15.20')).toMatchInlineSnapshot(`
    "Sort (actual rows=20 loops=1)
      Sort Method: quicksort  Memory: … kB
      ->  Index Scan using a on t (actual rows=20 loops=1)
            Index Cond: (n = 5.00)
            Heap Blocks: exact=3
      ->  Seq Scan on u (actual time=0.010..0.020 rows=0.50 loops=2)"
  `);
});
