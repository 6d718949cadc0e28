/**
 * Keeps the reader's study document in localStorage: read before each change, written at once, followed live by other
 * tabs. Whatever goes wrong, the page works on, `problem` says once what happened, and nothing saved is lost:
 *
 * - blocked: no storage at all (private mode, blocked site data); ticks live as long as the page.
 * - full: the write failed; what was stored before is still there.
 * - corrupt: the stored text could not be read; it was set aside under `<siteId>:quarantine:<time>`.
 * - newer: the document is of a newer version of the site; it is never written over.
 */
import { atom, type ReadableAtom } from 'nanostores';
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

  /** Takes in what is stored. What this page knows and could not save is kept, since the later tick wins. */
  function read(): void {
    if (storage === undefined) return problem.set('blocked');
    const text = tryTo(() => ({ value: storage.getItem(key) }));
    if (text === undefined) return problem.set('blocked');
    if (text.value === null) return;
    const parsed = parseStudy(text.value);
    if (parsed.kind === 'document') study.set(mergeStudies(study.get(), parsed.document));
    else if (parsed.kind === 'newer') problem.set('newer');
    else setAside(storage, text.value);
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

  function write(): void {
    const reason = problem.get();
    if (storage === undefined || reason === 'blocked' || reason === 'newer') return;
    const isStillCorrupt = reason === 'full' && isUnreadable(storage, key);
    const saved =
      !isStillCorrupt &&
      tryTo(() => {
        storage.setItem(key, printStudy(study.get()));
        return true;
      });
    if (!saved) problem.set('full');
    else if (reason === 'full') problem.set(undefined);
  }

  read();
  return {
    study,
    problem,
    refresh: read,
    setTick(item, state) {
      read();
      study.set(withTick(study.get(), item, state, now()));
      write();
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
