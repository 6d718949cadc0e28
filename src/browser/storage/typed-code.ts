/**
 * Code that was typed a moment ago, noted in `localStorage["<siteId>:typed"]` at once, until the draft store has it: the
 * database is loaded and opened while the page goes on, and the page may be left before.
 *
 * Shape: code by the key of its draft. Life cycle: noted by the page where it was typed, put into the draft store by that page
 * or by whichever opens the store next, and taken out when it is there.
 */
import { isRecord, parseJson } from '../../domain/json.ts';
import type { DraftStore } from './draft-store.ts';
import type { StorageLike } from './study-store.ts';

export interface TypedPlace {
  readonly siteId: string;
  /** Gives the storage, or throws where the browser forbids it. */
  readonly openStorage: () => StorageLike;
}

/** Where it is full or forbidden, the draft store has to be quick enough. */
export function noteTyped(place: TypedPlace, key: string, code: string): void {
  change(place, (typed) => ({ ...typed, [key]: code }));
}

/**
 * Takes the note out.
 * @param code unless something else was typed since
 */
export function forgetTyped(place: TypedPlace, key: string, code?: string): void {
  change(place, ({ [key]: noted, ...others }) =>
    noted === undefined || (code !== undefined && code !== noted) ? undefined : others,
  );
}

/** Puts into the draft store what another page could not. What it could not either stays noted. */
export async function deliverTyped(place: TypedPlace, drafts: Pick<DraftStore, 'write'>): Promise<void> {
  // All begin before anything is waited for, so that nothing older is written over what is typed meanwhile.
  await Promise.all(
    Object.entries(readTyped(place)).map(async ([key, code]) => {
      if (await drafts.write(key, code)) forgetTyped(place, key, code);
    }),
  );
}

function readTyped({ siteId, openStorage }: TypedPlace): Readonly<Record<string, string>> {
  try {
    const typed = parseJson(openStorage().getItem(`${siteId}:typed`) ?? '{}');
    if (!isRecord(typed)) return {};
    return Object.fromEntries(
      Object.entries(typed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

function change(
  place: TypedPlace,
  next: (typed: Readonly<Record<string, string>>) => Readonly<Record<string, string>> | undefined,
): void {
  const typed = next(readTyped(place));
  if (typed === undefined) return;
  try {
    place.openStorage().setItem(`${place.siteId}:typed`, JSON.stringify(typed));
  } catch {
    // What is noted already is delivered once more, which changes nothing.
  }
}
