/**
 * Keeps the reader's study document in localStorage: read before each change, written at once, followed live by other
 * tabs. Whatever goes wrong, the page works on, `problem` says once what happened, and nothing saved is lost:
 *
 * - blocked: no storage at all (private mode, blocked site data); ticks live as long as the page.
 * - full: the write failed; what was stored before is still there.
 * - corrupt: the stored text could not be read; it was set aside under `<siteId>:quarantine:<time>`.
 * - newer: the document is of a newer version of the site; it is never written over.
 *
 * Two tabs may both read before either writes: localStorage has no lock. The one whose change was written over hears of
 * the other's write, finds its own change missing, and writes both.
 */
import { atom, type ReadableAtom } from 'nanostores';
import { isSameJson } from '../../domain/json.ts';
import {
  EMPTY_STUDY,
  mergeStudies,
  parseStudy,
  printStudy,
  type StudyDocument,
  withTick,
} from '../../domain/study-document.ts';
import type { TickState } from '../../domain/tick.ts';

/** The part of `Storage` that is used, so that tests can hand in one that fails. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem'>;
export type StorageProblem = 'blocked' | 'full' | 'corrupt' | 'newer';

export interface StudyStore {
  readonly study: ReadableAtom<StudyDocument>;
  readonly problem: ReadableAtom<StorageProblem | undefined>;
  /** Sets an item's state and saves it before it returns. */
  setTick(item: string, state: TickState): void;
  /**
   * Changes the document and saves it before it returns: a plan, a setting, an import.
   * @param change gets what is stored now and the time in milliseconds since 1970
   * @returns whether it is saved; where it is not, `problem` says why, and the change lives as long as the page
   */
  update(change: (study: StudyDocument, now: number) => StudyDocument): boolean;
  /** Reads what other tabs have written meanwhile. */
  refresh(): void;
}

/**
 * @param openStorage gives the storage, or throws where the browser forbids it
 * @param now milliseconds since 1970
 */
export function createStudyStore(siteId: string, openStorage: () => StorageLike, now: () => number): StudyStore {
  const key = studyKey(siteId);
  const study = atom(EMPTY_STUDY);
  const problem = atom<StorageProblem | undefined>();
  const storage = tryTo(openStorage);
  let hasOwnChanges = false;

  /** Takes in what is stored. What this page knows and could not save is kept, since the later tick wins. */
  function read(): void {
    if (storage === undefined) return problem.set('blocked');
    const text = tryTo(() => ({ value: storage.getItem(key) }));
    if (text === undefined) return problem.set('blocked');
    if (problem.get() === 'blocked') problem.set(undefined);
    if (text.value === null) return;
    const parsed = parseStudy(text.value);
    if (parsed.kind === 'document') study.set(mergeStudies(study.get(), parsed.document));
    else if (parsed.kind === 'newer') problem.set('newer');
    else setAside(storage, text.value);
  }

  /** Whether another tab has written over what this one had saved. */
  function isWrittenOver(): boolean {
    const text = storage && tryTo(() => storage.getItem(key));
    const parsed = parseStudy(text ?? '');
    return parsed.kind === 'document' && !isSameJson(parsed.document, study.get());
  }

  function update(change: (study: StudyDocument, now: number) => StudyDocument): boolean {
    read();
    study.set(change(study.get(), now()));
    hasOwnChanges = true;
    return write();
  }

  /** Only once the copy is safe may the next write replace the text that could not be read. */
  function setAside(target: StorageLike, text: string): void {
    const copied = tryTo(() => {
      target.setItem(`${siteId}:quarantine:${now()}`, text);
      target.setItem(key, printStudy(study.get()));
      return true;
    });
    problem.set(copied ? 'corrupt' : 'full');
  }

  function write(): boolean {
    const reason = problem.get();
    if (storage === undefined || reason === 'blocked' || reason === 'newer') return false;
    const isStillCorrupt = reason === 'full' && isUnreadable(storage, key);
    const saved =
      !isStillCorrupt &&
      tryTo(() => {
        storage.setItem(key, printStudy(study.get()));
        return true;
      });
    if (!saved) problem.set('full');
    else if (reason === 'full') problem.set(undefined);
    return saved === true;
  }

  read();
  return {
    study,
    problem,
    update,
    setTick(item, state) {
      update((current, time) => withTick(current, item, state, time));
    },
    refresh() {
      read();
      if (hasOwnChanges && isWrittenOver()) write();
    },
  };
}

/** Where a site's study document is stored. */
export function studyKey(siteId: string): string {
  return `${siteId}:study`;
}

function isUnreadable(storage: StorageLike, key: string): boolean {
  const text = tryTo(() => storage.getItem(key));
  return typeof text === 'string' && parseStudy(text).kind === 'corrupt';
}

/** The result, or `undefined` where the browser refused. Every caller turns that into a problem the reader sees. */
function tryTo<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
