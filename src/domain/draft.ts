/**
 * Code that a reader is writing and has not handed in: `{ code, at, earlier? }` under a key that its page chooses,
 * `exercise:lru`, `block:gil#1f2e3d4c`, `playground`.
 *
 * Writing replaces what was there. Where two devices, or two tabs that do not know of each other, have both written, the
 * later code is current and the other stays as an `earlier` one, latest first, a handful at most. Code that was taken back
 * is `null`: without that, another device's copy would come back as the current one with the next merge.
 *
 * A draft is a set of versions: of those with the same code the latest counts, and of all of them the latest five. So
 * merging is the same in any order, however often it is done.
 */
import { compareTexts, isRecord } from './json.ts';
import { isStamped, nextStamp, type Stamped } from './stamped.ts';

/** The current one among them. */
const VERSIONS_KEPT = 5;

export interface DraftVersion extends Stamped {
  /** `null` where the reader took the draft back. */
  readonly code: string | null;
}

export interface Draft extends DraftVersion {
  /** Other versions, the latest first. */
  readonly earlier: readonly DraftVersion[];
}

export type Drafts = ReadonlyMap<string, Draft>;

export const NO_DRAFTS: Drafts = new Map();

/** Any JSON as a draft, or `undefined` where it is none. Fields that it does not know are left out. */
export function readDraft(value: unknown): Draft | undefined {
  if (!isRecord(value)) return undefined;
  const { earlier = [] } = value;
  const versions = [value, ...(Array.isArray(earlier) ? earlier : [undefined])];
  return versions.every(isVersion) ? createDraft(versions) : undefined;
}

/** The shape in which a draft is stored: without a list that is empty. */
export function printDraft({ code, at, earlier }: Draft): object {
  return earlier.length > 0 ? { code, at, earlier } : { code, at };
}

/**
 * The draft after its reader has written, or has taken back what was seen of it, earlier versions included.
 * @param seen the version that the reader began from; what came in its place meanwhile stays as an earlier one
 * @param now milliseconds since 1970
 */
export function rewriteDraft(
  draft: Draft | undefined,
  code: string | null,
  seen: DraftVersion | undefined,
  now: number,
): Draft {
  const next = { code, at: nextStamp(now, draft) };
  if (draft === undefined) return { ...next, earlier: [] };
  const isOwn = seen !== undefined && isSameVersion(draft, seen);
  const known = code === null ? [] : draft.earlier;
  return createDraft([next, ...(isOwn ? known : versionsOf(draft))]) ?? { ...next, earlier: [] };
}

/** Every draft of both; of one that both have, the versions of both. */
export function mergeDrafts(a: Drafts, b: Drafts): Drafts {
  const merged = new Map(a);
  for (const [key, draft] of b) merged.set(key, mergeDraft(merged.get(key), draft));
  return merged;
}

/** The versions in `drafts` that `other` does not have. */
export function subtractDrafts(drafts: Drafts, other: Drafts): Drafts {
  return new Map(
    [...drafts].flatMap(([key, draft]): [string, Draft][] => {
      const left = subtractDraft(draft, other.get(key));
      return left === undefined ? [] : [[key, left]];
    }),
  );
}

export function mergeDraft(a: Draft | undefined, b: Draft): Draft {
  return (a && createDraft([...versionsOf(a), ...versionsOf(b)])) ?? b;
}

/** `undefined` where nothing is left. */
export function subtractDraft(draft: Draft, other: Draft | undefined): Draft | undefined {
  const others = other === undefined ? [] : versionsOf(other);
  return createDraft(versionsOf(draft).filter((version) => !others.some((one) => isSameVersion(one, version))));
}

function versionsOf({ code, at, earlier }: Draft): DraftVersion[] {
  return [{ code, at }, ...earlier];
}

/** Versions in any order as a draft; `undefined` where there are none. */
function createDraft(versions: readonly DraftVersion[]): Draft | undefined {
  const latest = new Map<string | null, DraftVersion>();
  for (const { code, at } of versions.toSorted(compareVersions)) {
    if (!latest.has(code)) latest.set(code, { code, at });
  }
  const [current, ...earlier] = [...latest.values()].slice(0, VERSIONS_KEPT);
  return current && { ...current, earlier };
}

/** The later one first; of equally late ones the same on every device. */
function compareVersions(a: DraftVersion, b: DraftVersion): number {
  return b.at - a.at || compareTexts(JSON.stringify(b.code), JSON.stringify(a.code));
}

function isSameVersion(a: DraftVersion, b: DraftVersion): boolean {
  return a.at === b.at && a.code === b.code;
}

function isVersion(value: unknown): value is DraftVersion {
  return isStamped(value) && (typeof value.code === 'string' || value.code === null);
}
