/**
 * Runs `sql run` blocks on a PostgreSQL server, as those read a page who have one. Each group of a page has a database of its
 * own, which is dropped with the page, and so are the roles that its blocks create.
 *
 * What could make the server say something else than PGlite, and is no matter of the block, is set alike: language, time
 * zone, the order of texts, and that a query is run by one process.
 */

import { randomBytes } from 'node:crypto';
import type { ProtocolDatabase } from '../../browser/runners/postgres/execution.ts';
import { EXTENSION_LIBRARIES, findCreated } from '../../browser/runners/postgres/extension.ts';
import type { CodeBlock } from '../../content/fence.ts';
import type { Outcome } from './outcome.ts';
import { runStatements } from './postgres.ts';
import { connectPostgres, type PostgresConnection } from './postgres-connection.ts';

/** What came of a block and on which server, or what that server lacks for it. */
export type ServerResult = { readonly outcome: Outcome; readonly version: string } | { readonly missing: string };

export interface PostgresServer {
  /** Blocks run one after another. */
  run(block: CodeBlock): Promise<ServerResult>;
  /** An empty database. */
  open(): Promise<{ readonly database: ProtocolDatabase; close(): Promise<void> }>;
  /** Drops the databases of the groups. */
  startPage(): Promise<void>;
  close(): Promise<void>;
}

interface Database {
  readonly connection: PostgresConnection;
  readonly name: string;
  readonly roles: Set<string>;
  /** Why the group's further blocks are not run either: they rest on the one that was not. */
  missing: string | undefined;
}

const SETTINGS = {
  TimeZone: 'UTC',
  DateStyle: 'ISO,MDY',
  IntervalStyle: 'postgres',
  lc_messages: 'C',
  lc_monetary: 'C',
  lc_numeric: 'C',
  search_path: 'public',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  statement_timeout: '10s',
};

/** @throws Error with the server's words when it refuses */
export async function openPostgresServer(address: string): Promise<PostgresServer> {
  const url = new URL(address);
  const admin = await connectPostgres(url);
  if (!(await has(admin, 'pg_roles WHERE rolname = current_user AND rolsuper'))) {
    await admin.close();
    throw new Error('blocks make databases and extensions, and this user is no superuser');
  }
  const groups = new Map<string, Database>();
  const { printed: libraries } = await runStatements(admin, 'SHOW shared_preload_libraries');
  // Case and classes of characters as PGlite has them; some systems have no such locale.
  const locale = (await has(admin, "pg_collation WHERE collname IN ('C.UTF-8', 'C.utf8')")) ? 'C.UTF-8' : 'C';
  // Others may use the server, too.
  const prefix = `block_${randomBytes(4).toString('hex')}`;
  let count = 0;

  async function createDatabase(): Promise<Database> {
    count += 1;
    const name = `${prefix}_${count}`;
    await query(
      admin,
      `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE '${locale}'`,
    );
    const own = new URL(url);
    own.pathname = `/${name}`;
    return { connection: await connectPostgres(own, SETTINGS), name, roles: new Set(), missing: undefined };
  }

  async function drop({ connection, name, roles }: Database): Promise<void> {
    await connection.close();
    await query(admin, `DROP DATABASE ${name} WITH (FORCE)`);
    for (const role of roles) await query(admin, `DROP ROLE IF EXISTS "${role}"`);
  }

  /** What was there before the block is somebody else's. */
  async function noteRoles(database: Database, code: string): Promise<void> {
    for (const role of findCreated('role|user', code)) {
      if (!(await has(admin, `pg_roles WHERE rolname = '${role}'`))) database.roles.add(role);
    }
  }

  async function findMissing(code: string): Promise<string | undefined> {
    for (const name of findCreated('extension', code)) {
      if (!(await has(admin, `pg_available_extensions WHERE name = '${name}'`)))
        return `the extension ${name} (PostgreSQL ${admin.version} has it not installed)`;
      const library = EXTENSION_LIBRARIES.get(name)?.find((needed) => !libraries.includes(needed));
      if (library !== undefined) return `${library} in shared_preload_libraries of PostgreSQL ${admin.version}`;
    }
    return undefined;
  }

  async function startPage(): Promise<void> {
    for (const database of groups.values()) await drop(database);
    groups.clear();
  }

  return {
    async open() {
      const database = await createDatabase();
      return { database: database.connection, close: () => drop(database) };
    },
    startPage,
    async run({ code, meta }) {
      const [group, needed] = [meta.values.get('group'), meta.values.get('postgres')];
      if (needed !== undefined && Number.parseInt(admin.version, 10) < Number(needed))
        return { missing: `PostgreSQL ${needed} or newer (the server is ${admin.version})` };
      const database = (group === undefined ? undefined : groups.get(group)) ?? (await createDatabase());
      if (group !== undefined) groups.set(group, database);
      try {
        database.missing ??= await findMissing(code);
        if (database.missing !== undefined) return { missing: database.missing };
        await noteRoles(database, code);
        return { outcome: await runStatements(database.connection, code), version: admin.version };
      } finally {
        if (group === undefined) await drop(database);
      }
    },
    async close() {
      await startPage();
      await admin.close();
    },
  };
}

/** @param rows what stands behind `FROM` */
async function has(connection: PostgresConnection, rows: string): Promise<boolean> {
  const { printed } = await runStatements(connection, `SELECT EXISTS (SELECT FROM ${rows}) AS has`);
  return /^ t$/m.test(printed);
}

async function query(connection: PostgresConnection, sql: string): Promise<void> {
  const { error } = await runStatements(connection, sql);
  if (error !== null) throw new Error(`${error.message} (${sql})`);
}
