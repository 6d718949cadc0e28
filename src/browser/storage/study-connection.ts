/**
 * A page's connection to its database, shared by whatever is kept there. A browser may refuse, close it at any time or not
 * answer: then `problem` says so, and the next use tries again.
 */
import { atom, type ReadableAtom } from 'nanostores';
import { problemOf, type StudyDatabase } from './study-database.ts';
import type { StorageProblem } from './study-store.ts';

export interface StudyConnection {
  readonly problem: ReadableAtom<StorageProblem | undefined>;
  /** The result, or `undefined` where the database refused, which `problem` then says. */
  attempt<Result>(action: (database: StudyDatabase) => Promise<Result>): Promise<Result | undefined>;
  /** Some of what is stored could not be read; it was set aside. */
  reportDamage(): void;
}

/** @param open gets what is to be called when the connection is lost */
export function createStudyConnection(open: (onClose: () => void) => Promise<StudyDatabase>): StudyConnection {
  const problem = atom<StorageProblem | undefined>();
  let connection: Promise<StudyDatabase> | undefined;

  function connect(): Promise<StudyDatabase> {
    connection ??= open(disconnect);
    return connection;
  }

  function disconnect(): void {
    connection = undefined;
  }

  /** A lost connection shows only when it is used. */
  function reconnect<Result>(action: (database: StudyDatabase) => Promise<Result>) {
    return (error: unknown) => {
      if (!(error instanceof Error) || error.name !== 'InvalidStateError') throw error;
      disconnect();
      return connect().then(action);
    };
  }

  return {
    problem,
    async attempt(action) {
      try {
        const result = await connect().then(action).catch(reconnect(action));
        if (problem.get() !== 'corrupt') problem.set(undefined);
        return result;
      } catch (error) {
        disconnect();
        problem.set(problemOf(error));
        return undefined;
      }
    },
    reportDamage() {
      problem.set('corrupt');
    },
  };
}
