import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PieceTable } from './piece-table.ts';

/** Whatever is met, a piece is created once, and found again wherever it stands. */
function readAll(pieces: readonly string[]) {
  const table = new PieceTable<string>();
  const made: string[] = [];
  const text = `(${pieces.join(' ')})`;
  let start = 1;
  const read = pieces.map((piece) => {
    const value = table.read(text, start, start + piece.length, (met) => `${made.push(met)}:${met}`);
    start += piece.length + 1;
    return value;
  });
  return { made, read };
}

test('knows each piece by its letters, wherever it stands', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 6 }), { maxLength: 40 }), (pieces) => {
      const { made, read } = readAll(pieces);
      expect(made).toEqual([...new Set(pieces)]);
      expect(read.map((value) => value.replace(/^\d+:/, ''))).toEqual(pieces);
    }),
  );
});

test('tells pieces with the same hash apart', () => {
  // 31 times the first letter and the second: "Aa" and "BB" are the classic pair.
  expect(readAll(['Aa', 'BB', 'Aa', 'AaBB', 'BBAa']).read).toEqual(['1:Aa', '2:BB', '1:Aa', '3:AaBB', '4:BBAa']);
});

test('keeps what it knows while it grows', () => {
  const pieces = Array.from({ length: 9000 }, (_, index) => `word${index}`);
  const { made, read } = readAll([...pieces, ...pieces]);
  expect(made).toHaveLength(9000);
  expect(read.slice(9000)).toEqual(read.slice(0, 9000));
});
