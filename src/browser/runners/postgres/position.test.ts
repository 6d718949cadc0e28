import { expect, test } from 'vitest';
import { placeOf, placeOfError } from './position.ts';
import { splitStatements } from './statement.ts';

const sql = '-- words\nselect 1;\nselect \'🦊\', nope,\n  "a b" from t';
const [first, second] = splitStatements(sql);
if (first === undefined || second === undefined) throw new Error('two statements are expected');

test('a statement stands from its first character to its last', () => {
  expect(placeOf(sql, first)).toEqual({ line: 2, column: 0, endLine: 2, endColumn: 8 });
  expect(placeOf(sql, second)).toEqual({ line: 3, column: 0, endLine: 4, endColumn: 14 });
});

test.each([
  ['a word after an emoji, which is one character to PostgreSQL', 13, { line: 3, column: 13, endColumn: 17 }],
  ['a quoted name on the next line', 21, { line: 4, column: 2, endColumn: 7 }],
  ['a sign', 11, { line: 3, column: 11, endColumn: 12 }],
  ['the end', 99, { line: 4, column: 14, endColumn: 14 }],
])('an error points at %s', (_what, position, { line, column, endColumn }) => {
  expect(placeOfError(sql, second, position)).toEqual({ line, column, endLine: line, endColumn });
});
