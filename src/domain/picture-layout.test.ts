import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePicture } from './picture.ts';
import { fits, listJoinedRows, PICTURE_WIDTH, placeCells } from './picture-layout.ts';
import { placeRows } from './picture-rows.ts';

/** Rows of cells with texts of their own, and any lines between rows that follow one another. */
const step = fc
  .array(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 5 }), { minLength: 1, maxLength: 4 })
  .chain((lengths) => {
    const cells = lengths.map((row, number) =>
      row.map((length, index) => ({ text: `${number}${index}`.padEnd(length, 'x'), mark: undefined })),
    );
    const pairs = cells.flatMap((row, number) =>
      row.flatMap((_, index) =>
        (cells[number + 1] ?? []).map((_, other) => ({
          from: { row: number, index },
          to: { row: number + 1, index: other },
        })),
      ),
    );
    return fc.record({ cells: fc.constant(cells), edges: fc.subarray(pairs) });
  })
  .filter(({ cells, edges }) => cells.every((row, number) => fits(row, number, edges)));

describe('the cells of a picture', () => {
  test('never touch, change their order or leave the picture, whatever is joined', () => {
    fc.assert(
      fc.property(step, ({ cells, edges }) => {
        for (const row of placeCells({ cells, edges }, listJoinedRows([{ edges }])))
          for (const [index, { x, width }] of row.entries()) {
            const before = row[index - 1];
            expect(x).toBeGreaterThanOrEqual(before === undefined ? 0 : before.x + before.width + 5);
            expect(x + width).toBeLessThanOrEqual(PICTURE_WIDTH + 1);
          }
      }),
    );
  });

  test('begin at the left without lines', () => {
    expect(boxesOf('one: a | b\ntwo: c')).toMatchObject([[{ x: 0 }, { x: 30 }], [{ x: 0 }]]);
  });

  test('stand in the middle above those that they are joined to, at each level', () => {
    const [[root] = [], [left, right] = [], [one, two] = []] = boxesOf(
      'root: r\nlevel: a | b\nleaves: 1 | 2 | 3\nr -> a | b\na -> 1 | 2\nb -> 3',
    );
    expect(Math.abs(center(root) - (center(left) + center(right)) / 2)).toBeLessThanOrEqual(1);
    expect(Math.abs(center(left) - (center(one) + center(two)) / 2)).toBeLessThanOrEqual(1);
  });

  test('of a pair begin where they would without a line', () => {
    expect(boxesOf('one: aaa\ntwo: b\naaa -> b')).toMatchObject([[{ x: 0 }], [{ x: 0 }]]);
  });
});

test('the name of a place stands below its cells where lines come and none goes on', () => {
  const picture = parsePicture(
    'title: t\nstep: s\nroot: r\nleaves: a | b\nother: c\nr -> a\nstep: s\nroot:\nleaves:\nother:',
  );
  if ('message' in picture) throw new Error(picture.message);
  const [root, leaves, other] = placeRows(picture).rows;
  expect(root?.label).toBeLessThan(root?.top ?? 0);
  expect(leaves?.label).toBeGreaterThan(leaves?.top ?? 0);
  expect(other?.label).toBeGreaterThan(leaves?.label ?? 0);
  expect(other?.label).toBeLessThan(other?.top ?? 0);
});

function boxesOf(rows: string) {
  const picture = parsePicture(`title: t\nstep: s\n${rows}\nstep: s\n${rows}`);
  const [first] = 'message' in picture ? [] : picture.steps;
  return first === undefined ? [] : placeCells(first, listJoinedRows([first]));
}

function center(box: { x: number; width: number } | undefined): number {
  return (box?.x ?? 0) + (box?.width ?? 0) / 2;
}
