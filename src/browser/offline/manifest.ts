/**
 * `offline.json`: what of the site can be saved. Each file stands in one part, with its hash and its sizes; a group, which
 * is what a reader saves, names the parts that it consists in, and several groups share some. Written at the end of a build,
 * and asked for anew whenever it is read.
 *
 * `{ "version": 2, "parts": { "shell": { "index.html": [hash, wire, disk] } }, "groups": { "site": ["shell"] } }`
 */
import { isRecord } from '../../domain/json.ts';

/** Names of the files, below the site's base. */
export const MANIFEST = 'offline.json';
export const WORKER = 'sw.js';

/** All pages of the main language. */
const SITE = 'site';
export const PYTHON = 'python';
export const POSTGRES = 'postgres';
export const CARDS = 'cards';
const AREA = 'area';

/** Paths of the pages, without language: what is saved, and what is shown instead of a page that is not. */
export const OFFLINE_PAGE = 'offline';
export const NOT_SAVED_PAGE = 'not-saved';

/** The group of a language's pages. @param locale the language's folder; `undefined` for the main one */
export function siteGroup(locale: string | undefined): string {
  return inLanguage(SITE, locale);
}

/** The group of a language's cards. */
export function cardsGroup(locale: string | undefined): string {
  return inLanguage(CARDS, locale);
}

/** The group of one area in one language. */
export function areaGroup(locale: string | undefined, area: string): string {
  return `${inLanguage(AREA, locale)}/${area}`;
}

/** A name of a group or a part, which is the same in every language but for its end. */
export function inLanguage(name: string, locale: string | undefined): string {
  return locale === undefined ? name : `${name}-${locale}`;
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

/** Files by group, or by part. */
export type OfflineGroups = Readonly<Record<string, readonly OfflineFile[]>>;

/** @param groups the parts that each consists in */
export function printManifest(parts: OfflineGroups, groups: Readonly<Record<string, readonly string[]>>): string {
  const entries = Object.entries(parts).map(([name, files]) => [
    name,
    Object.fromEntries(
      files.map(({ path, hash, wire, disk, unpacked }) => [
        path,
        unpacked === undefined ? [hash, wire, disk] : [hash, wire, disk, unpacked],
      ]),
    ),
  ]);
  return JSON.stringify({ version: 2, parts: Object.fromEntries(entries), groups });
}

/** The files of each group; `undefined` for anything but a manifest of this version. */
export function parseManifest(value: unknown): OfflineGroups | undefined {
  if (!isRecord(value) || value.version !== 2 || !isRecord(value.parts) || !isRecord(value.groups)) return undefined;
  const parts = new Map<unknown, readonly OfflineFile[]>();
  for (const [name, files] of Object.entries(value.parts)) {
    if (!isRecord(files)) return undefined;
    const parsed = Object.entries(files).map(([path, file]) => parseFile(path, file));
    if (parsed.includes(undefined)) return undefined;
    parts.set(
      name,
      parsed.filter((file) => file !== undefined),
    );
  }
  const groups: Record<string, readonly OfflineFile[]> = {};
  for (const [name, names] of Object.entries(value.groups)) {
    if (!Array.isArray(names) || names.some((part) => !parts.has(part))) return undefined;
    groups[name] = names.flatMap((part) => parts.get(part) ?? []);
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
