/**
 * The file that a reader chose to be kept up to date, in `meta` under `auto-save`: the browser lets a site store the
 * handle of a file, not its contents nor the permission for it.
 */
import { isRecord } from '../../domain/json.ts';
import type { StudyConnection } from './study-connection.ts';
import { read, write } from './study-database.ts';

const KEY = 'auto-save';

/** The part of a browser's handle that is used; the permissions are not in every browser's. */
export interface FileHandleLike {
  readonly name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<WritableFileLike>;
  queryPermission?(mode: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(mode: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

export interface WritableFileLike {
  write(data: Blob): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

export interface KeptFile {
  readonly handle: FileHandleLike;
  /** What the backup in it is called. */
  readonly siteTitle: string;
  /** When it was last written, in milliseconds since 1970, and what it looked like then. */
  readonly savedAt?: number;
  readonly stamp?: string;
}

export interface KeptFileStore {
  read(): Promise<KeptFile | undefined>;
  /** Tells whether it is stored. */
  keep(file: KeptFile | undefined): Promise<boolean>;
}

export function createKeptFileStore({ attempt }: StudyConnection): KeptFileStore {
  return {
    async read() {
      const value = await attempt((database) =>
        read(database, (transaction) => transaction.objectStore('meta').get(KEY)),
      );
      return isKeptFile(value) ? value : undefined;
    },
    async keep(file) {
      const isDone = await attempt((database) =>
        write(database, async (transaction) => {
          const meta = transaction.objectStore('meta');
          await (file === undefined ? meta.delete(KEY) : meta.put(file, KEY));
          return true;
        }),
      );
      return isDone === true;
    },
  };
}

function isKeptFile(value: unknown): value is KeptFile {
  if (!isRecord(value) || !isHandle(value.handle)) return false;
  return typeof value.siteTitle === 'string';
}

function isHandle(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'getFile' in value && 'createWritable' in value;
}
