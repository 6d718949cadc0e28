import { expect, test } from 'vitest';
import { parseAnkiTable } from './anki-table.ts';

test('the lines at the top say what the columns are', () => {
  const text =
    '#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n' +
    'g1\tBasic\tPy::Core\t"What is\n""it""?"\tThis\ta b\n\n# a comment\ng2\tCloze\tPy\tx\ty\t\n';
  expect(parseAnkiTable(text)).toEqual({
    isHtml: true,
    rows: [
      { place: 'line 7', fields: ['What is\n"it"?', 'This'], noteType: 'Basic', deck: 'Py::Core', tags: ['a', 'b'] },
      { place: 'line 11', fields: ['x', 'y'], noteType: 'Cloze', deck: 'Py', tags: [] },
    ],
  });
});

test.each([
  ['a;b,c', ['a', 'b,c']],
  ['a\tb;c', ['a', 'b;c']],
  ['"a,b",c', ['a,b', 'c']],
  ['"a\tb', ['"a', 'b']],
  ['#separator:Pipe\r\na|b', ['a', 'b']],
])('of %j the fields are %j', (text, fields) => {
  expect(parseAnkiTable(text).rows.map((row) => row.fields)).toEqual([fields]);
});

test('a file of nothing but lines at the top has no rows', () => {
  expect(parseAnkiTable('#html:false\n')).toEqual({ isHtml: false, rows: [] });
});
