/** Throw-away servers for blocks, started from what is installed: they keep nothing and end with this process. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ServiceName } from '../../content/service.ts';
import { canConnect } from './connection.ts';

/** A server that runs. */
export interface Server {
  /** Its address, as blocks get it. */
  readonly url: string;
  /** What it writes; gone when it is closed. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Milliseconds in which a server must answer, and between two questions. */
const START_LIMIT = 30_000;
const INTERVAL = 50;
/** Folders with the programs of PostgreSQL, which Debian and Homebrew leave out of the path. */
const POSTGRES_FOLDERS = ['/usr/lib/postgresql', '/usr/local/opt', '/opt/homebrew/opt'];

/** @returns `undefined` where the program is not installed or does not start */
export function startServer(name: ServiceName): Promise<Server | undefined> {
  return name === 'postgres' ? startPostgres() : startRedis();
}

async function startPostgres(): Promise<Server | undefined> {
  const programs = findPostgres();
  const user = findUser();
  if (programs === undefined || user === undefined) return undefined;
  const folder = createFolder(user);
  const data = path.join(folder, 'data');
  const words = ['--pgdata', data, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-sync'];
  const made = spawnSync(path.join(programs, 'initdb'), [...words, '--locale=C'], { ...user, cwd: folder });
  if (made.status !== 0) return discard(folder);
  const port = await findFreePort();
  const options = [
    ...[`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='],
    // Nothing of it outlives the tests.
    ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
  ].flatMap((option) => ['-c', option]);
  const server = spawn(path.join(programs, 'postgres'), ['-D', data, ...options], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  return watch(server, { folder, port, url: `postgresql://postgres@127.0.0.1:${port}/postgres`, end: 'SIGQUIT' });
}

async function startRedis(): Promise<Server | undefined> {
  if (spawnSync('redis-server', ['--version']).status !== 0) return undefined;
  const folder = createFolder({});
  const port = await findFreePort();
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn('redis-server', words, { stdio: 'ignore' });
  return watch(server, { folder, port, url: `redis://127.0.0.1:${port}/0`, end: 'SIGTERM' });
}

interface Started {
  readonly folder: string;
  readonly port: number;
  readonly url: string;
  /** The signal on which it ends at once. */
  readonly end: NodeJS.Signals;
}

/** Waits until it answers, and sees to it that it ends. */
async function watch(server: ChildProcess, { folder, port, url, end }: Started): Promise<Server | undefined> {
  const isOver = () => server.exitCode !== null || server.signalCode !== null || server.pid === undefined;
  const closed = new Promise<void>((resolve) => {
    server.once('close', () => resolve());
    server.once('error', () => resolve());
  });
  const kill = () => void (isOver() || server.kill(end));
  process.once('exit', kill);
  const close = async () => {
    process.off('exit', kill);
    kill();
    await closed;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let waited = 0; waited < START_LIMIT && !isOver(); waited += INTERVAL) {
    if (await canConnect({ host: '127.0.0.1', port }, START_LIMIT)) return { url, folder, close };
    await setTimeout(INTERVAL);
  }
  await close();
  return undefined;
}

/** The folder with `initdb` and `postgres`, of the newest version. */
function findPostgres(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(path.delimiter);
  const versions = POSTGRES_FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^(postgresql@?)?\d+$/.test(name))
      .sort((a, b) => Number(b.replace(/\D/g, '')) - Number(a.replace(/\D/g, '')))
      .map((name) => path.join(folder, name, 'bin')),
  );
  return [...onPath, ...versions].find((folder) =>
    ['initdb', 'postgres'].every((name) => existsSync(path.join(folder, name))),
  );
}

/** PostgreSQL does not run as root; then as the user that its package made, or as nobody. */
function findUser(): { uid?: number; gid?: number } | undefined {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = ['postgres:', 'nobody:'].map((name) => users.find((user) => user.startsWith(name))).find(Boolean);
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

function createFolder({ uid, gid }: { uid?: number; gid?: number }): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kb-server-'));
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
}

function discard(folder: string): undefined {
  rmSync(folder, { recursive: true, force: true });
}

/** One that nobody listens on at this moment. */
function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
