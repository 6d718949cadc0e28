/**
 * An empty database of PGlite, of which others are copies: to make one takes a processor three seconds, to copy one half of
 * one. It is kept as a file, since the tests run SQL in a thread of each of several processes. The file is named by the version
 * of PGlite and put in its place whole, so that who makes it at the same time does no harm.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { ROOT } from '../setup/project.mjs';

const FOLDER = path.join(ROOT, '.cache/pglite');

/** @returns what PGlite takes as `loadDataDir` */
export async function readTemplate(): Promise<Blob> {
  const { version } = JSON.parse(
    readFileSync(path.join(ROOT, 'node_modules/@electric-sql/pglite/package.json'), 'utf8'),
  );
  const file = path.join(FOLDER, `${version}.tar`);
  return readKept(file) ?? (await keep(file, await createTemplate()));
}

function readKept(file: string): Blob | undefined {
  try {
    return new Blob([readFileSync(file)]);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function keep(file: string, template: Blob): Promise<Blob> {
  const own = `${file}.${process.pid}.${threadId}`;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(own, await template.bytes());
  renameSync(own, file);
  return template;
}

async function createTemplate(): Promise<Blob> {
  const database = await PGlite.create();
  const files = await database.dumpDataDir('none');
  await database.close();
  return files;
}
