/**
 * The solution and its notes. Of an exercise that is for the reader to solve it stays covered until they have, or say that
 * they want to see it; then their code is compared with it. Their code is never touched.
 */
import type { ExerciseAttempt } from '../domain/exercise-attempt.ts';
import { readExerciseData, sayExercise } from './exercise-data.ts';

export interface ExerciseSolution {
  show(attempt: ExerciseAttempt): void;
}

export interface SolutionOptions {
  /** The reader's code as it stands. */
  readonly readCode: () => string;
  readonly hintCount: number;
  /** Is told when the reader wants to see it before they have solved the exercise. */
  readonly onReveal: () => void;
}

export function createSolution({ readCode, hintCount, onReveal }: SolutionOptions): ExerciseSolution | undefined {
  const details = document.querySelector<HTMLDetailsElement>('.study-solution');
  const content = details?.querySelector<HTMLElement>('.study-solution-content');
  if (!details || !content) return undefined;
  const { solution, isWorked } = readExerciseData();
  const question = document.createElement('p');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = sayExercise('confirmYes');
  const cover = document.createElement('div');
  cover.className = 'study-solution-cover not-content';
  cover.append(question, button);
  const comparison = document.createElement('div');
  comparison.className = 'study-solution-comparison not-content';
  content.prepend(comparison);
  let isOpen = isWorked;

  async function compare(): Promise<void> {
    if (!isOpen || !details?.open) return;
    const { createComparison } = await import('./exercise-diff.ts');
    comparison.replaceChildren(createComparison(readCode(), solution.code));
  }

  function uncover(): void {
    isOpen = true;
    cover.remove();
    content?.removeAttribute('hidden');
    void compare();
  }

  if (!isWorked) {
    content.hidden = true;
    content.before(cover);
  }
  button.addEventListener('click', () => {
    uncover();
    onReveal();
    // The button that had the focus is gone.
    comparison.tabIndex = -1;
    comparison.focus();
  });
  details.addEventListener('toggle', () => void compare());
  return {
    show({ state, hasSeenSolution, hints }) {
      question.textContent = sayExercise('confirm', { used: hints.length, total: hintCount });
      if (!isOpen && (state === 'solved' || hasSeenSolution)) uncover();
    },
  };
}
