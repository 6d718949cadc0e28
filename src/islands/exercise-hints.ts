/** The hints of each task, one after the other: the next can be opened when the one before it was. */
import { atom } from 'nanostores';
import type { ExerciseAttempt } from '../domain/exercise-attempt.ts';

export interface ExerciseHints {
  readonly total: number;
  /** Lets hints be opened that were opened before, here or on another device. */
  show(attempt: ExerciseAttempt): void;
}

/** @param onOpen is told of each hint that is opened for the first time, counted from 1 */
export function createHints(onOpen: (task: number, hint: number) => void): ExerciseHints {
  const opened = atom<ReadonlySet<string>>(new Set());
  const hints = [...document.querySelectorAll<HTMLDetailsElement>('.study-hints .study-hint')].map((element) => {
    const task = Number(element.closest<HTMLElement>('.study-hints')?.dataset.task);
    const hint = Number(element.dataset.hint);
    return { element, task, hint, name: `${task}.${hint}` };
  });
  for (const { element, task, hint, name } of hints) {
    element.addEventListener('toggle', () => {
      if (!element.open || opened.get().has(name)) return;
      opened.set(new Set([...opened.get(), name]));
      onOpen(task, hint);
    });
  }
  opened.subscribe((names) => {
    for (const { element, task, hint, name } of hints) {
      element.hidden = hint > 1 && !names.has(name) && !names.has(`${task}.${hint - 1}`);
    }
  });
  return {
    total: hints.length,
    show: (attempt) => opened.set(new Set([...opened.get(), ...attempt.hints])),
  };
}
