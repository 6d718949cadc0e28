/**
 * `offline.json`: what of the site can be saved, in groups, with a hash and the sizes of each file. Written at the end of a
 * build, and fetched anew whenever it is read. `{ "version": 1, "groups": { "site": { "index.html": [hash, wire, disk] } } }`
 */
import { isRecord } from '../../domain/json.ts';

/** Names of the files, below the site's base. */
export const MANIFEST = 'offline.json';
export const WORKER = 'sw.js';

/** What every other group needs: the main language, and scripts and styles. */
export const SITE = 'site';
export const PYTHON = 'python';
export const POSTGRES = 'postgres';

/** The group of a language's pages. @param locale the language's folder; `undefined` for the main one */
export function siteGroup(locale: string | undefined): string {
  return locale === undefined ? SITE : `${SITE}-${locale}`;
}

export interface OfflineFile {
  /** Below the base, as the file system has it: `es/gil/index.html`. */
  readonly path: string;
  /** The beginning of the SHA-256 of its bytes. */
  readonly hash: string;
  /** Bytes over the wire, from a host that compresses. */
  readonly wire: number;
  /** Bytes in the browser's cache, which keeps files unpacked. */
  readonly disk: number;
  /** The hash of what a `.gz` holds: some hosts say that such a file is only encoded so, and the browser unpacks it. */
  readonly unpacked?: string;
}

export type OfflineGroups = Readonly<Record<string, readonly OfflineFile[]>>;

export function printManifest(groups: OfflineGroups): string {
  const entries = Object.entries(groups).map(([name, files]) => [
    name,
    Object.fromEntries(
      files.map(({ path, hash, wire, disk, unpacked }) => [
        path,
        unpacked === undefined ? [hash, wire, disk] : [hash, wire, disk, unpacked],
      ]),
    ),
  ]);
  return JSON.stringify({ version: 1, groups: Object.fromEntries(entries) });
}

/** `undefined` for anything but a manifest of this version. */
export function parseManifest(value: unknown): OfflineGroups | undefined {
  if (!isRecord(value) || value.version !== 1 || !isRecord(value.groups)) return undefined;
  const groups: Record<string, OfflineFile[]> = {};
  for (const [name, files] of Object.entries(value.groups)) {
    if (!isRecord(files)) return undefined;
    const parsed = Object.entries(files).map(([path, file]) => parseFile(path, file));
    if (parsed.includes(undefined)) return undefined;
    groups[name] = parsed.filter((file) => file !== undefined);
  }
  return groups;
}

function parseFile(path: string, value: unknown): OfflineFile | undefined {
  if (!Array.isArray(value)) return undefined;
  const [hash, wire, disk, unpacked]: unknown[] = value;
  if (typeof hash !== 'string' || typeof wire !== 'number' || typeof disk !== 'number') return undefined;
  return { path, hash, wire, disk, ...(typeof unpacked === 'string' && { unpacked }) };
}

/** The bytes of some files together. */
export function sumSizes(files: readonly OfflineFile[]): { readonly wire: number; readonly disk: number } {
  return files.reduce((sum, file) => ({ wire: sum.wire + file.wire, disk: sum.disk + file.disk }), {
    wire: 0,
    disk: 0,
  });
}
