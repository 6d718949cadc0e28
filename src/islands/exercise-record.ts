/** What the reader's log says of exercises, and what is added to it. */
import { atom } from 'nanostores';
import { openLog, record } from '../browser/study.ts';
import { type ExerciseAttempt, type ExerciseFacts, findAttempts, NO_ATTEMPT } from '../domain/exercise-attempt.ts';

/** What was done, without the words for which exercise. */
export type Did<Facts = ExerciseFacts> = Facts extends ExerciseFacts ? Omit<Facts, 'k' | 'exercise'> : never;
type Attempts = ReadonlyMap<string, ExerciseAttempt>;

/** By exercise; empty until the log was read. */
const attempts = atom<Attempts>(new Map());

/** Present ids by the former ones that elements of this page name. */
const former = new Map<string, string>();
let reading: Promise<void> | undefined;

/**
 * Follows what was done with an exercise, in this tab and others.
 * @param names its id, then its former ones
 */
export function followAttempt(names: readonly string[], onChange: (attempt: ExerciseAttempt) => void): () => void {
  const [id = '', ...others] = names;
  for (const name of others) former.set(name, id);
  void startReading();
  return attempts.subscribe((all) => onChange(all.get(id) ?? NO_ATTEMPT));
}

/** Adds to the log. */
export async function recordExercise(exercise: string, did: Did): Promise<void> {
  await record({ k: 'exercise', exercise, ...did } as ExerciseFacts);
}

/** Once a page, then whenever the log changes. */
function startReading(): Promise<void> {
  reading ??= openLog().then((log) => {
    log.revision.subscribe(async () => attempts.set(findAttempts(await log.read(), former)));
  });
  return reading;
}
