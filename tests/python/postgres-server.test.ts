/** SQL blocks on a PostgreSQL server, where there is one: as on PGlite, apart from each other, and without a trace. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findServerMismatch } from '../../src/cli/execute/mismatch.ts';
import { formatOutcome } from '../../src/cli/execute/outcome.ts';
import { createPglite } from '../../src/cli/execute/pglite.ts';
import { runStatements } from '../../src/cli/execute/postgres.ts';
import { connectPostgres } from '../../src/cli/execute/postgres-connection.ts';
import { openPostgresServer, type PostgresServer } from '../../src/cli/execute/postgres-server.ts';
import { readCodeBlocks } from '../../src/content/fence.ts';

const address = process.env.DATABASE_URL ?? '';
const pglite = createPglite();
let server: PostgresServer;

function blockOf(code: string, words = '', output = '') {
  const [block] = readCodeBlocks(`\`\`\`sql run ${words}\n${code}\n\`\`\`\n${output}`, 'md');
  if (block === undefined) throw new Error('no block');
  return block;
}

async function run(code: string, words = ''): Promise<string> {
  const result = await server.run(blockOf(code, words));
  return 'missing' in result ? `missing: ${result.missing}` : formatOutcome(result.outcome);
}

describe.skipIf(address === '')('a server', () => {
  beforeAll(async () => {
    server = await openPostgresServer(address);
  });
  beforeEach(() => server.startPage());
  afterAll(() => server.close());

  test.each([
    "CREATE TABLE t (id int, name text);\nINSERT INTO t VALUES (1, 'Ada;'), (22, NULL);\nTABLE t;",
    "DO $$ BEGIN RAISE NOTICE 'hello'; END $$; DROP TABLE IF EXISTS t",
    'CREATE TABLE t (a int PRIMARY KEY);\n\nINSERT INTO t\nVALUES (1), (1);\nSELECT 1',
    "SELECT 'é',\n  nope\nFROM pg_class",
    "SELECT '2026-01-01'::timestamptz, upper('é'), interval '1 day 2 hours', 1.50::float8",
    "SELECT x FROM unnest(ARRAY['b', 'B', 'a', 'á']) AS x ORDER BY x",
    'CREATE TABLE t (a int); VACUUM t; EXPLAIN (COSTS off) SELECT * FROM t ORDER BY a',
    'DO $$ BEGIN PERFORM 1/0; END $$',
    '-- nothing',
  ])('prints what PGlite prints: %j', async (code) => {
    expect(await run(code)).toBe(formatOutcome(await pglite.run(blockOf(code))));
  });

  test('gives each block a database, and each group one of its own until the page ends', async () => {
    await run('CREATE TABLE t AS SELECT 7 AS a; BEGIN', 'group=a');
    expect(await run('TABLE t', 'group=a')).toContain('7');
    expect(await run('TABLE t', 'group=b')).toContain('relation "t" does not exist');
    expect(await run('TABLE t')).toContain('relation "t" does not exist');
    await server.startPage();
    expect(await run('TABLE t', 'group=a')).toContain('relation "t" does not exist');
  });

  test('keeps neither databases nor roles', async () => {
    const role = `reader_${process.pid}`;
    await run(`CREATE ROLE ${role}; CREATE TABLE t (a int); GRANT SELECT ON t TO ${role}`, 'group=a');
    const name = /block_\w+/.exec(await run('SELECT current_database()', 'group=a'))?.[0];
    expect(name).toBeDefined();
    await server.startPage();
    expect(await run(`SELECT count(*) FROM pg_roles WHERE rolname = '${role}'`)).toContain(' 0\n');
    expect(await run(`SELECT count(*) FROM pg_database WHERE datname = '${name}'`)).toContain(' 0\n');
  });

  test('says what it lacks, and does not run what rests on that', async () => {
    expect(await run('SELECT 1', 'postgres=99')).toMatch(/^missing: PostgreSQL 99 or newer \(the server is \d+/);
    expect(await run('CREATE EXTENSION no_such', 'group=a')).toMatch(
      /^missing: the extension no_such \(PostgreSQL \d+/,
    );
    expect(await run('SELECT 1', 'group=a')).toMatch(/^missing: the extension no_such/);
    expect(await run('SELECT 1', 'group=b')).toContain('(1 row)');
  });

  test('goes on after a question that nobody can answer', async () => {
    await run('CREATE TABLE t (a int); COPY t FROM stdin', 'group=a');
    expect(await run('SELECT 1 AS one', 'group=a')).toContain('one');
  });

  test('is named with its version where it prints something else', async () => {
    const block = blockOf('SELECT 1', '', '```output\n2\n```');
    const result = await server.run(block);
    if ('missing' in result) throw new Error(result.missing);
    expect(findServerMismatch(block, result.outcome, '15.2')).toMatchInlineSnapshot(`
      {
        "code": "output-differs",
        "column": 1,
        "hint": "let it say the same on both, or write the oldest version that does on its fence, as in postgres=18",
        "line": 5,
        "message": "on PostgreSQL 15.2, the page shows "2", and the block printed " ?column?"",
      }
    `);
  });

  test('that refuses says why', async () => {
    const url = new URL(address);
    url.pathname = '/no_such_database';
    await expect(connectPostgres(url)).rejects.toThrow('database "no_such_database" does not exist');
  });

  test('that has ended a connection is not waited for', async () => {
    const [connection, other] = [await connectPostgres(new URL(address)), await connectPostgres(new URL(address))];
    const { printed } = await runStatements(connection, 'SELECT pg_backend_pid() AS pid');
    await runStatements(other, `SELECT pg_terminate_backend(${/\d+/.exec(printed)?.[0]})`);
    await other.close();
    await expect(
      runStatements(connection, 'SELECT 1').then(() => runStatements(connection, 'SELECT 1')),
    ).rejects.toThrow('ended the connection');
  });
});
