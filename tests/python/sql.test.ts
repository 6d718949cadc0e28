/** SQL blocks: what they print on PostgreSQL and on SQLite, what they raise, and what one leaves to the next. */
import { describe, expect, test } from 'vitest';
import { EXTENSION_NAMES } from '../../src/browser/runners/postgres/extension.ts';
import { createExecutor } from '../../src/cli/execute/executor.ts';
import { findMismatch } from '../../src/cli/execute/mismatch.ts';
import { formatOutcome } from '../../src/cli/execute/outcome.ts';
import { createPglite } from '../../src/cli/execute/pglite.ts';
import { startPyodide } from '../../src/cli/execute/pyodide.ts';
import { startSqlite } from '../../src/cli/execute/sqlite.ts';
import { readCodeBlocks } from '../../src/content/fence.ts';

const ENDLESS = 'WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r';
const executor = createExecutor();

function blockOf(code: string, words = '', output = '') {
  const [block] = readCodeBlocks(`\`\`\`sql run ${words}\n${code}\n\`\`\`\n${output}`, 'md');
  if (block === undefined) throw new Error('no block');
  return block;
}

async function run(code: string, words = ''): Promise<string> {
  return formatOutcome(await executor.run(blockOf(code, words)));
}

describe('PostgreSQL', () => {
  test('prints the last result as a table', async () => {
    const code = "CREATE TABLE t (id int, name text);\nINSERT INTO t VALUES (1, 'Ada;'), (22, NULL);\nTABLE t;";
    expect(await run(code)).toMatchInlineSnapshot(`
      " id | name
      ----+------
        1 | Ada;
       22 | NULL
      (2 rows)
      "
    `);
    expect(await run('BEGIN; SELECT 1 AS kept; ROLLBACK')).toMatchInlineSnapshot(`
      " kept
      ------
          1
      (1 row)
      "
    `);
  });

  test('prints the last command tag when nothing returned rows', async () => {
    expect(await run('CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2)')).toBe('INSERT 0 2\n');
    expect(await run('CREATE TABLE t (a int)')).toBe('CREATE TABLE\n');
    expect(await run('-- nothing')).toBe('');
  });

  test('prints a plan as its lines', async () => {
    expect(await run('CREATE TABLE t (a int); EXPLAIN (COSTS off) SELECT * FROM t ORDER BY a')).toMatchInlineSnapshot(`
      "Sort
        Sort Key: a
        ->  Seq Scan on t
      "
    `);
  });

  test('prints notices first', async () => {
    expect(await run("DO $$ BEGIN RAISE NOTICE 'hello'; END $$; DROP TABLE IF EXISTS t")).toMatchInlineSnapshot(`
      "NOTICE:  hello
      NOTICE:  table "t" does not exist, skipping
      DROP TABLE
      "
    `);
  });

  test('is the real one, in UTC', async () => {
    const version = "current_setting('server_version_num')::int / 10000 AS version";
    expect(await run(`SELECT ${version}, '2026-01-01'::timestamptz AS at`)).toMatchInlineSnapshot(`
      " version |           at
      ---------+------------------------
            18 | 2026-01-01 00:00:00+00
      (1 row)
      "
    `);
  });

  test('raises its SQLSTATE, in the words of psql', async () => {
    const code = 'CREATE TABLE t (a int PRIMARY KEY);\n\nINSERT INTO t\nVALUES (1), (1);\nSELECT 1';
    const outcome = await executor.run(blockOf(code));
    expect(outcome.error).toMatchObject({ type: '23505', line: 3 });
    expect(formatOutcome(outcome)).toMatchInlineSnapshot(`
      "ERROR:  duplicate key value violates unique constraint "t_pkey"
      DETAIL:  Key (a)=(1) already exists.
      "
    `);
    const page = blockOf(code, 'raises=23505', `\`\`\`output\n${formatOutcome(outcome)}\`\`\``);
    expect(findMismatch(page, outcome)).toBeUndefined();
    expect(await run("SELECT 'é',\n  nope\nFROM pg_class")).toMatchInlineSnapshot(`
      "ERROR:  column "nope" does not exist
      LINE 2:   nope
                ^
      "
    `);
  });

  test('runs statement by statement: what came before an error stays', async () => {
    await run('CREATE TABLE t (a int); INSERT INTO t VALUES (7); VACUUM t; SELECT 1/0', 'group=kept');
    expect(await run('TABLE t', 'group=kept')).toContain('7');
  });

  test('gives each block an empty database, and each group one of its own until the page ends', async () => {
    await run('CREATE TABLE t (a int); CREATE ROLE ada; SET search_path TO pg_temp; BEGIN', 'group=a');
    expect(await run('SHOW search_path', 'group=a')).toContain('pg_temp');
    expect(await run("SELECT count(*) FROM pg_roles WHERE rolname = 'ada'")).toContain(' 0\n');
    expect(await run('TABLE t', 'group=b')).toContain('ERROR:  relation "t" does not exist');
    await executor.startPage();
    expect(await run('TABLE t', 'group=a')).toContain('ERROR:  relation "t" does not exist');
  });

  test('has the extensions that the site serves, when the block creates them', async () => {
    const created = EXTENSION_NAMES.map((name) => `CREATE EXTENSION ${name};`).join('\n');
    const count = 'SELECT count(*) AS created FROM pg_extension';
    expect(await run(`${created}\n${count}`)).toContain(` ${EXTENSION_NAMES.length + 1}\n`);
    expect(await run(count)).toContain(' 1\n');
  });

  test('survives what breaks the engine, and ends a query that does not end by itself', async () => {
    const pglite = createPglite(2000);
    const broken = await pglite.run(blockOf('COPY pg_class FROM stdin'));
    expect(broken.error?.message).toMatch(/^(ERROR|FATAL): {2}/);
    expect((await pglite.run(blockOf(ENDLESS))).error).toMatchInlineSnapshot(`
      {
        "line": null,
        "message": "ERROR:  canceling statement: the block took longer than 2 s",
        "type": "57014",
      }
    `);
  });
});

describe('SQLite', () => {
  test('prints the last result as a table', async () => {
    const code = `CREATE TABLE t (a INTEGER PRIMARY KEY, b, c REAL, d);
INSERT INTO t VALUES (1, 'x;y', 1.5, x'ff'), (22, NULL, NULL, 'z'); -- two; rows
SELECT * FROM t;
CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; SELECT 2; END;`;
    expect(await run(code, 'engine=sqlite')).toMatchInlineSnapshot(`
      " a  |  b   |  c   |   d
      ----+------+------+-------
        1 | x;y  |  1.5 | X'FF'
       22 | NULL | NULL | z
      (2 rows)
      "
    `);
  });

  test('prints nothing when nothing returned rows', async () => {
    expect(await run('CREATE TABLE t (a);\n-- done', 'engine=sqlite')).toBe('');
  });

  test('draws a plan as its shell does', async () => {
    const code =
      'CREATE TABLE t (a INTEGER PRIMARY KEY, b); EXPLAIN QUERY PLAN SELECT * FROM t x JOIN t y ON x.a = y.b ORDER BY x.b';
    expect(await run(code, 'engine=sqlite')).toMatchInlineSnapshot(`
      "|--SCAN y
      |--SEARCH x USING INTEGER PRIMARY KEY (rowid=?)
      \`--USE TEMP B-TREE FOR ORDER BY
      "
    `);
  });

  test('raises the exception of Python’s sqlite3', async () => {
    const code = 'CREATE TABLE t (a UNIQUE);\nINSERT INTO t VALUES (1);\n\nINSERT INTO t VALUES (1)';
    const { error } = await executor.run(blockOf(code, 'engine=sqlite'));
    expect(error).toEqual({ type: 'IntegrityError', message: 'ERROR:  UNIQUE constraint failed: t.a', line: 4 });
    expect(await run('SELEC 1', 'engine=sqlite')).toBe('ERROR:  near "SELEC": syntax error\n');
  });

  test('gives each block an empty database, and each group one of its own until the page ends', async () => {
    await run('CREATE TABLE t (a); INSERT INTO t VALUES (7)', 'engine=sqlite group=a');
    expect(await run('SELECT a FROM t', 'engine=sqlite group=a')).toContain('7');
    expect(await run('SELECT a FROM t', 'engine=sqlite')).toBe('ERROR:  no such table: t\n');
    await executor.startPage();
    expect(await run('SELECT a FROM t', 'engine=sqlite group=a')).toBe('ERROR:  no such table: t\n');
  });

  test('ends a query that does not end by itself', async () => {
    const sqlite = startSqlite(await startPyodide(), 0.5);
    expect(sqlite.run(blockOf(ENDLESS)).error).toMatchInlineSnapshot(`
      {
        "line": 1,
        "message": "ERROR:  stopped after 0.5 s",
        "type": "OperationalError",
      }
    `);
  });
});
