/** Runs an answer on fresh databases, one for the given data and one for its variant. */

import type { SqlExercise } from '../../../domain/sql-check.ts';
import type { Execution } from './execution.ts';
import type { Observations } from './exercise.ts';
import { observe } from './observation.ts';

export interface OpenDatabase {
  execute(sql: string): Promise<Execution>;
  close(): Promise<void>;
}

/**
 * @param open gives an empty database
 * @throws {Error} when the exercise's own data cannot be made
 */
export async function submit(
  { setup, variant, checks }: SqlExercise,
  code: string,
  open: () => Promise<OpenDatabase>,
): Promise<Observations> {
  const run = async (texts: readonly string[]) => {
    const database = await open();
    try {
      for (const text of texts) {
        const { error } = await database.execute(text);
        if (error !== undefined) throw new Error(`the exercise's data cannot be made: ${error.text}`);
      }
      return await observe((sql) => database.execute(sql), code, checks);
    } finally {
      await database.close();
    }
  };
  return {
    given: await run([setup]),
    variant: variant === undefined ? undefined : await run([setup, variant]),
  };
}
