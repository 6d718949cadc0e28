/** Reads the built site: hash and sizes of each file, by part. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { HASH_LENGTH } from '../../browser/offline/download.ts';
import type { OfflineFile, OfflineGroups } from '../../browser/offline/manifest.ts';
import type { Grouping } from './grouping.ts';

/** What hosts compress on the way; everything else is packed already. */
const COMPRESSED = /\.(html|css|m?js|json|svg|xml|txt|md|wasm)$/;
/** Hosts and browsers differ in how hard they compress; this is what most do. */
const LEVEL = 6;

/** @param site absolute path of the built site */
export async function listOfflineFiles(site: string, grouping: Grouping): Promise<OfflineGroups> {
  const parts: Record<string, OfflineFile[]> = {};
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  for (const file of files.sort()) {
    const bytes = await readFile(path.join(site, file));
    const part = grouping(file, file.endsWith('.html') ? bytes.toString() : undefined);
    if (part === undefined) continue;
    parts[part] ??= [];
    parts[part].push(await describeFile(file, bytes));
  }
  return parts;
}

export async function describeFile(file: string, bytes: Buffer): Promise<OfflineFile> {
  const wire = COMPRESSED.test(file) ? (await promisify(gzip)(bytes, { level: LEVEL })).length : bytes.length;
  const unpacked = file.endsWith('.gz') ? hashBytes(await promisify(gunzip)(bytes)) : undefined;
  return { path: file, hash: hashBytes(bytes), wire, disk: bytes.length, ...(unpacked && { unpacked }) };
}

function hashBytes(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);
}
