/**
 * The record around a change of all of it, so that the change can be taken back: two backup files, packed as they are for
 * the reader, without the events and drafts that were there before and after. They are bytes and not blobs, which some private windows do not store.
 */
import { isRecord } from '../../domain/json.ts';

export interface ChangeSnapshot {
  readonly reason: 'import' | 'undo';
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly before: Uint8Array<ArrayBuffer>;
  readonly after: Uint8Array<ArrayBuffer>;
}

/** A snapshot and its key in the database. */
export interface StoredSnapshot extends ChangeSnapshot {
  readonly key: number;
}

export function isChangeSnapshot(value: unknown): value is ChangeSnapshot {
  return (
    isRecord(value) &&
    (value.reason === 'import' || value.reason === 'undo') &&
    typeof value.at === 'number' &&
    value.before instanceof Uint8Array &&
    value.after instanceof Uint8Array
  );
}
