/** A real nginx on this machine, with the server block of `deploy/`: for a test and for a bench. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SERVER = path.resolve(import.meta.dirname, '../../../deploy/nginx.conf');
const PLACES = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'];
const TYPES = ['/etc/nginx/mime.types', '/usr/local/etc/nginx/mime.types', '/opt/homebrew/etc/nginx/mime.types'];

export interface NginxOptions {
  /** Absolute path of a folder for its own files. */
  readonly folder: string;
  /** Absolute path of the root: it holds the site at its base, and `_nginx.conf`. */
  readonly root: string;
  /** `127.0.0.1:8080` or `unix:/path`. */
  readonly listen: string;
}

/** Path of the program, if this machine has it and the list of types that comes with it. */
export function findNginx(): string | undefined {
  return TYPES.some((place) => existsSync(place)) ? PLACES.find((place) => existsSync(place)) : undefined;
}

/** Starts it; once this returns, it listens. @throws {Error} with what nginx says is wrong with the configuration */
export function startNginx(options: NginxOptions): { stop(): void } {
  writeConfiguration(options);
  run(options.folder);
  return { stop: () => run(options.folder, '-s', 'stop') };
}

/** Asks nginx whether it would start. @throws {Error} with what it says is wrong */
export function examineConfiguration(options: NginxOptions): void {
  writeConfiguration(options);
  run(options.folder, '-t');
}

function run(folder: string, ...words: string[]): void {
  const all = ['-p', folder, '-c', path.join(folder, 'nginx.conf'), ...words];
  const { status, stderr } = spawnSync(findNginx() ?? 'nginx', all, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Around our server block, what Debian and the image have around theirs. */
function writeConfiguration({ folder, root, listen }: NginxOptions): void {
  const types = TYPES.find((place) => existsSync(place));
  if (types !== undefined) copyFileSync(types, path.join(folder, 'mime.types'));
  const server = readFileSync(SERVER, 'utf8').replace('listen 8080', `listen ${listen}`).replaceAll('/srv/www', root);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/temporary;`,
  );
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes auto;
pid ${folder}/pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
include mime.types;
default_type application/octet-stream;
access_log off;
sendfile on;
tcp_nopush on;
keepalive_requests 10000;
${temporary.join('\n')}
${server}}
`,
  );
}
