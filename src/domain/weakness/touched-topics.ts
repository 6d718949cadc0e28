/** What was done today for topics, flashcards aside: those come every day, for many topics. */
import type { EventLog } from '../event-log.ts';
import { isExerciseEvent } from '../exercise-attempt.ts';
import { isCodeEvent, isRateEvent } from '../interview/interview-event.ts';
import { isPhaseEvent, isStudiedEvent } from '../study-event.ts';

export interface TouchedTopics {
  readonly notes: ReadonlySet<string>;
  readonly exercises: ReadonlySet<string>;
}

/**
 * @param log of the day
 * @param presentNotes ids that notes have now, by those that they had; the same of exercises
 */
export function findTouchedTopics(
  log: EventLog,
  presentNotes: ReadonlyMap<string, string>,
  presentExercises: ReadonlyMap<string, string>,
): TouchedTopics {
  const notes = new Set<string>();
  const exercises = new Set<string>();
  for (const event of [...log.values()].flat()) {
    if (isPhaseEvent(event) || (isStudiedEvent(event) && event.studied)) notes.add(event.note);
    else if (isExerciseEvent(event)) exercises.add(event.exercise);
    else if (isRateEvent(event) || isCodeEvent(event)) notes.add(event.notes[0]?.split('#')[0] ?? '');
  }
  return { notes: renameAll(notes, presentNotes), exercises: renameAll(exercises, presentExercises) };
}

function renameAll(names: ReadonlySet<string>, present: ReadonlyMap<string, string>): ReadonlySet<string> {
  return new Set([...names].map((name) => present.get(name) ?? name));
}
