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
  /** The reader's code as it stands, compared with the solution; `undefined` where the page has none of theirs. */
  readonly compare?: () => Promise<Node>;
  readonly hintCount: number;
  /** Is told when the reader wants to see it before they have solved the exercise. */
  readonly onReveal: () => void;
}

export function createSolution({
  compare: createComparison,
  hintCount,
  onReveal,
}: SolutionOptions): ExerciseSolution | undefined {
  const details = document.querySelector<HTMLDetailsElement>('.study-solution');
  const content = details?.querySelector<HTMLElement>('.study-solution-content');
  if (!details || !content) return undefined;
  const { isWorked } = readExerciseData();
  const question = document.createElement('p');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = sayExercise(createComparison ? 'confirmYes' : 'showSolution');
  const cover = document.createElement('div');
  cover.className = 'study-solution-cover not-content';
  cover.append(question, button);
  const comparison = document.createElement('div');
  comparison.className = 'study-solution-comparison not-content';
  content.prepend(comparison);
  async function compare(): Promise<void> {
    if (createComparison) comparison.replaceChildren(await createComparison());
  }

  // Of a worked exercise the solution is read first, and compared when the reader has changed something.
  if (isWorked) {
    button.addEventListener('click', () => void compare());
    if (createComparison) content.prepend(button);
    return undefined;
  }

  let isCovered = true;
  content.hidden = true;
  content.before(cover);

  function uncover(): void {
    isCovered = false;
    cover.remove();
    content?.removeAttribute('hidden');
    if (details?.open) void compare();
  }

  button.addEventListener('click', () => {
    uncover();
    onReveal();
    // The button that had the focus is gone.
    comparison.tabIndex = -1;
    comparison.focus();
  });
  details.addEventListener('toggle', () => {
    if (!isCovered && details.open) void compare();
  });
  return {
    show({ state, hasSeenSolution, hints }) {
      question.textContent = sayExercise('confirm', { used: hints.length, total: hintCount });
      if (isCovered && (state === 'solved' || hasSeenSolution)) uncover();
    },
  };
}
