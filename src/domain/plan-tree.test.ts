import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listNodes, measurePlan } from './plan-metrics.ts';
import type { Plan, PlanNode } from './plan-node.ts';
import { parsePlan } from './plan-tree.ts';

/** Plans of PostgreSQL 18.6, each the answer to one EXPLAIN. */
const FOLDER = new URL('./testing/plans/', import.meta.url);
const read = (name: string): Plan => parsePlan(readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8'));
const names = readdirSync(FOLDER).map((file) => file.replace('.txt', ''));

/** One line a node, with what was understood of it. */
function outline({ roots, summary }: Plan): string {
  const lines = roots
    .flatMap((root) => measurePlan(root))
    .map(({ node, depth, ms, share, misestimate }) => {
      const figures = [
        node.relation && `on ${node.relation}`,
        node.index && `by ${node.index}`,
        node.estimate && `estimated ${node.estimate.rows}`,
        node.actual && `actual ${node.actual.rows} × ${node.actual.loops}`,
        node.isNeverExecuted && 'never',
        ms !== undefined && ms > 0 && `${ms.toFixed(2)} ms`,
        share !== undefined && `${Math.round(share * 100)} %`,
        misestimate && `off by ${misestimate}`,
        node.buffers && `buffers ${node.buffers.hit} + ${node.buffers.read}`,
        node.details.length > 0 && `${node.details.length} more`,
      ];
      const label = node.label === undefined ? '' : `[${node.label}] `;
      return `${'  '.repeat(depth)}${label}${[node.type, ...figures.filter(Boolean)].join(', ')}`;
    });
  return [...lines, ...(summary.length === 0 ? [] : [`summary: ${summary.length}`])].join('\n');
}

describe('a plan of PostgreSQL', () => {
  test('loops: time and rows of one are multiplied', () => {
    expect(outline(read('nested-loop'))).toMatchInlineSnapshot(`
      "Nested Loop, estimated 120, actual 120 × 1, 0.68 ms, 38 %, buffers 129 + 0
        Seq Scan, on customers, estimated 3, actual 3 × 1, 0.08 ms, 12 %, buffers 3 + 0, 2 more
        Bitmap Heap Scan, on orders, estimated 40, actual 40 × 3, 0.34 ms, 47 %, buffers 126 + 0, 2 more
          Bitmap Index Scan, by orders_customer_id_idx, estimated 40, actual 40 × 3, 0.02 ms, 4 %, buffers 6 + 0, 2 more
      summary: 4"
    `);
  });
  test('index-only scan, and what the planning took', () => {
    expect(outline(read('index-only'))).toMatchInlineSnapshot(`
      "Aggregate, estimated 1, actual 1 × 1, buffers 3 + 0
        Index Only Scan, on orders, by orders_customer_id_idx, estimated 245, actual 200 × 1, buffers 3 + 0, 3 more
      summary: 2"
    `);
    expect(read('index-only').summary).toEqual(['Planning:', '  Buffers: shared hit=27 read=2']);
  });
  test('without ANALYZE the shares are those of the costs', () => {
    expect(outline(read('costs'))).toMatchInlineSnapshot(`
      "Sort, estimated 3, 0 %, 1 more
        HashAggregate, estimated 3, 20 %, 1 more
          Hash Join, estimated 20000, 12 %, 1 more
            Seq Scan, on orders, estimated 20000, 66 %
            Hash, estimated 500, 0 %
              Seq Scan, on customers, estimated 500, 2 %"
    `);
  });
  test('without costs there are only nodes', () => {
    expect(outline(read('costs-off'))).toMatchInlineSnapshot(`
      "Limit
        Sort, 1 more
          Index Scan, on orders, by orders_pkey, 1 more"
    `);
  });
  test('plans within plans carry their label', () => {
    expect(outline(read('init-plan'))).toMatchInlineSnapshot(`
      "Index Scan, on customers, by customers_pkey, estimated 1, actual 1 × 1, buffers 1966 + 2, 2 more
        [InitPlan 2] Result, estimated 1, actual 1 × 1, buffers 1963 + 2
          [InitPlan 1] Limit, estimated 1, actual 1 × 1, buffers 1963 + 2
            Index Scan, on orders, by orders_customer_id_idx, estimated 400, actual 1 × 1, buffers 1963 + 2, 4 more
      summary: 4"
    `);
    expect(outline(read('sub-plan'))).toMatchInlineSnapshot(`
      "Bitmap Heap Scan, on customers, estimated 5, actual 5 × 1, buffers 14 + 0, 2 more
        Bitmap Index Scan, by customers_pkey, estimated 5, actual 5 × 1, buffers 2 + 0, 2 more
        [SubPlan 1] Aggregate, estimated 1, actual 1 × 5, buffers 11 + 0
          Index Only Scan, on orders, by orders_customer_id_idx, estimated 40, actual 40 × 5, buffers 11 + 0, 3 more
      summary: 2"
    `);
    expect(outline(read('cte'))).toMatchInlineSnapshot(`
      "Hash Join, estimated 2, actual 3 × 1, buffers 128 + 0, 1 more
        [CTE big] Seq Scan, on orders, estimated 1236, actual 1236 × 1, buffers 128 + 0, 2 more
        CTE Scan, on big, estimated 1236, actual 1236 × 1, buffers 2 + 0, 1 more
        Hash, estimated 2, actual 3 × 1, buffers 126 + 0, 1 more
          CTE Scan, on big, estimated 2, actual 3 × 1, buffers 126 + 0, 3 more
      summary: 2"
    `);
  });
  test('a node that never ran costs nothing', () => {
    expect(outline(read('never'))).toMatchInlineSnapshot(`
      "Nested Loop, estimated 40, actual 0 × 1, 0.06 ms, 5 %, off by 0.025, buffers 3 + 0
        Seq Scan, on customers, estimated 1, actual 0 × 1, 0.05 ms, 95 %, buffers 3 + 0, 2 more
        Bitmap Heap Scan, on orders, estimated 40, never, 0 %, 1 more
          Bitmap Index Scan, by orders_customer_id_idx, estimated 40, never, 0 %, 2 more
      summary: 4"
    `);
  });
  test('bitmaps have no rows to be wrong about', () => {
    expect(outline(read('bitmap'))).toMatchInlineSnapshot(`
      "Bitmap Heap Scan, on orders, estimated 439, actual 440 × 1, 0.52 ms, 83 %, buffers 129 + 2, 2 more
        BitmapOr, estimated 440, actual 0 × 1, 0.09 ms, 1 %, buffers 1 + 2
          Bitmap Index Scan, by orders_customer_id_idx, estimated 40, actual 40 × 1, 0.06 ms, 12 %, buffers 1 + 1, 2 more
          Bitmap Index Scan, by orders_status_idx, estimated 400, actual 400 × 1, 0.03 ms, 5 %, buffers 0 + 1, 2 more
      summary: 2"
    `);
  });
  test('a wrong estimate is named', () => {
    expect(outline(read('misestimate'))).toMatchInlineSnapshot(`
      "Seq Scan, on correlated, estimated 1, actual 100 × 1, off by 100, buffers 45 + 0, 2 more
      summary: 4"
    `);
  });
  test('partitions are named by themselves, not by their alias', () => {
    expect(outline(read('partitions'))).toMatchInlineSnapshot(`
      "Aggregate, estimated 1, actual 1 × 1, buffers 4 + 0
        Append, estimated 590, actual 590 × 1, buffers 4 + 0
          Seq Scan, on events_2026_02, estimated 280, actual 280 × 1, buffers 2 + 0, 1 more
          Seq Scan, on events_2026_03, estimated 310, actual 310 × 1, buffers 2 + 0, 1 more
      summary: 4"
    `);
  });
  test('parallel plans', () => {
    expect(outline(read('parallel'))).toMatchInlineSnapshot(`
      "Finalize GroupAggregate, estimated 2, actual 2 × 1, 83.09 ms, 0 %, buffers 128 + 0, 2 more
        Gather Merge, estimated 5, actual 2 × 1, 82.97 ms, 12 %, buffers 128 + 0, 3 more
          Sort, estimated 2, actual 2 × 1, 73.02 ms, 0 %, buffers 128 + 0, 3 more
            Partial HashAggregate, estimated 2, actual 2 × 1, 72.94 ms, 81 %, buffers 128 + 0, 3 more
              Parallel Seq Scan, on orders, estimated 8333, actual 20000 × 1, 5.77 ms, 7 %, buffers 128 + 0, 1 more
      summary: 4"
    `);
  });
  test('windows, deletions and their triggers, settings', () => {
    expect(outline(read('window'))).toMatchInlineSnapshot(`
      "Subquery Scan, on x, estimated 20000, actual 1000 × 1, off by 0.05, buffers 20006 + 13
        WindowAgg, estimated 20000, actual 1000 × 1, off by 0.05, buffers 20006 + 13, 3 more
          Incremental Sort, estimated 20000, actual 20000 × 1, buffers 20006 + 13, 3 more
            Index Scan, on orders, by orders_customer_id_idx, estimated 20000, actual 20000 × 1, buffers 20006 + 13, 1 more
      summary: 4"
    `);
    expect(outline(read('delete-trigger'))).toMatchInlineSnapshot(`
      "Delete, on orders, estimated 0, actual 0 × 1, 0.26 ms, 94 %, buffers 23 + 0
        Index Scan, on orders, by orders_pkey, estimated 5, actual 5 × 1, 0.02 ms, 6 %, buffers 3 + 0, 2 more
      summary: 5"
    `);
    expect(outline(read('settings'))).toMatchInlineSnapshot(`
      "Append, estimated 2, actual 2 × 1, 0.01 ms, 44 %
        Result, estimated 1, actual 1 × 1, 0.00 ms, 44 %
        Result, estimated 1, actual 1 × 1, 0.00 ms, 11 %
      summary: 6"
    `);
  });
  test('quoted names lose their quotes', () => {
    expect(read('verbose').roots[0]).toMatchObject({ type: 'Seq Scan', relation: 'Order Items' });
  });
  test('a rule brings a second tree', () => {
    expect(outline(read('rule'))).toMatchInlineSnapshot(`
      "Insert, on customers, estimated 0, 0 %
        Result, estimated 1, 100 %
      Update, on orders, estimated 0, 0 %
        Index Scan, on orders, by orders_pkey, estimated 1, 100 %, 1 more"
    `);
  });
});

test('what a node does not understand is kept as it was', () => {
  const [root] = parsePlan(
    'Sort\n  Sort Key: a\n  Marvel: 7 of 9\n  ->  Oracle Scan on t x  (price=3)\n        Note: b',
  ).roots;
  expect(root?.details).toEqual(['Sort Key: a', 'Marvel: 7 of 9']);
  expect(root?.children[0]).toMatchObject({ text: 'Oracle Scan on t x  (price=3)', details: ['Note: b'] });
});

test('a node that a limit cut short is not called wrong', () => {
  const limited = (limit: string) =>
    `${limit}  (cost=0.00..1.00 rows=1 width=4) (actual rows=1.00 loops=1)
  ->  Seq Scan on t  (cost=0.00..90.00 rows=5000 width=4) (actual rows=1.00 loops=1)`;
  const flags = (text: string) =>
    parsePlan(text)
      .roots.flatMap(measurePlan)
      .map(({ misestimate }) => misestimate);
  expect(flags(limited('Limit'))).toEqual([undefined, undefined]);
  expect(flags(limited('Unique'))).toEqual([undefined, 1 / 5000]);
});

test('the time of a CTE is counted once', () => {
  const text = `Limit (actual time=9.00..10.00 rows=1.00 loops=1)
  CTE big
    ->  Seq Scan on t (actual time=0.00..6.00 rows=9.00 loops=1)
  ->  Nested Loop (actual time=8.00..10.00 rows=1.00 loops=1)
        ->  CTE Scan on big b (actual time=0.00..7.00 rows=9.00 loops=1)
        ->  CTE Scan on big (actual time=0.00..1.00 rows=9.00 loops=1)`;
  const shares = parsePlan(text)
    .roots.flatMap(measurePlan)
    .map(({ share }) => share?.toFixed(1));
  expect(shares).toEqual(['0.0', '0.6', '0.2', '0.1', '0.1']);
});

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '' && word !== '->');
/** Every word that stands anywhere in the tree; figures are told apart by their marks. */
function wordsIn({ roots, summary }: Plan): Set<string> {
  const texts = (node: PlanNode): string[] => [node.text, node.label ?? '', ...node.details];
  return new Set([...roots.flatMap(listNodes).flatMap(texts), ...summary].flatMap(wordsOf));
}

test.each(names)('no line of %s is lost', (name) => {
  const text = readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8').replace(/ \((cost|actual|never).*$/gm, '');
  const found = wordsIn(read(name));
  expect(wordsOf(text.replace(/Buffers: .*/g, '')).filter((word) => !found.has(word))).toEqual([]);
});

test('any text at all becomes a plan, and none of its words is lost', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '->',
      '  ',
      '\n',
      '\n\n',
      'Seq Scan on t',
      ' (actual rows=1 loops=1)',
      'CTE x',
      'SubPlan 1',
      'Limit',
    ),
    fc.string({ maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const plan = parsePlan(text);
      for (const root of plan.roots) measurePlan(root);
      const found = [...wordsIn(plan)].join(' ').replaceAll('->', '');
      for (const word of wordsOf(text.replaceAll(' (actual rows=1 loops=1)', ' '))) {
        expect(found).toContain(word.replaceAll('->', ''));
      }
    }),
  );
});
