import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitStatements } from './statement.ts';

const texts = (sql: string) => splitStatements(sql).map(({ text }) => text);

test('statements end at semicolons, and the last one may lack its own', () => {
  expect(texts('select 1;\n\n select 2 ;;\nselect\n  3\n')).toEqual(['select 1', 'select 2', 'select\n  3']);
});

test.each(['', '  \n', ';', '-- only words; here', '/* a; /* nested; */ b; */ ;'])('nothing to run in %j', (sql) => {
  expect(texts(sql)).toEqual([]);
});

test('the offset of a statement leaves out the comments before it', () => {
  expect(splitStatements('-- one; two\nselect 1; /* b */ select 2')).toEqual([
    { text: 'select 1', offset: 12 },
    { text: 'select 2', offset: 30 },
  ]);
});

// psql 15 sends each of these as one statement (`psql --echo-queries`).
test.each([
  `select ';', 'it''s; ok', E'\\';', e';', U&'\\0061;', "a;b" from t`,
  'select $$a;b$$, $x$ $$;$x$, $1',
  'select a$b$c from t -- ; no',
  'create rule r as on delete to t do also (select 1; select 2)',
  'create function f(a int) returns int language sql begin atomic select 1; select case when a > 1 then 2 else 3 end; end',
  'create or replace procedure p() language plpgsql as $$ begin perform 1; end $$',
  'select 4 as begin /* ; */',
])('a semicolon within does not end %s', (sql) => {
  expect(texts(`${sql}\n;\nselect 2`)).toEqual([sql.replace(/\n$/, ''), 'select 2']);
});

test('a transaction is statements, not a body', () => {
  expect(texts('begin; select 1; end; commit')).toEqual(['begin', 'select 1', 'end', 'commit']);
});

test('no text is lost or read twice', () => {
  const piece = fc.constantFrom(...`;'"$()/*- \na`, '$$', '--', '/*', '*/', 'E', 'begin', 'end', 'create function f()');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const sql = pieces.join('');
      let end = 0;
      for (const { text, offset } of splitStatements(sql)) {
        expect(offset).toBeGreaterThanOrEqual(end);
        expect(sql.slice(offset, offset + text.length)).toBe(text);
        expect(text.trim()).not.toBe('');
        end = offset + text.length;
      }
    }),
  );
});
