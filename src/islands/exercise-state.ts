/** `<study-exercise-state>` says whether the reader has started or solved an exercise. */
import type { ExerciseAttempt } from '../domain/exercise-attempt.ts';
import { followAttempt } from './exercise-record.ts';

type Word = 'open' | 'started' | 'solved' | 'solvedWithSolution' | 'solvedByWord' | 'solvedByWordWithSolution';
type Words = Readonly<Record<Word, string>>;

class StudyExerciseState extends HTMLElement {
  readonly #words: Words = JSON.parse(this.dataset.words ?? '{}');
  #unfollow: (() => void) | undefined;

  connectedCallback(): void {
    this.#unfollow = followAttempt(this.dataset.exercise?.split(' ') ?? [], (attempt) => this.#show(attempt));
  }

  disconnectedCallback(): void {
    this.#unfollow?.();
  }

  #show(attempt: ExerciseAttempt): void {
    const { state } = attempt;
    this.dataset.state = state;
    this.textContent = state === 'open' ? '' : this.#words[wordFor(attempt)];
    // The catalog filters by it.
    const row = this.closest<HTMLElement>('[data-state]:not(study-exercise-state)');
    if (row && row.dataset.state !== state) {
      row.dataset.state = state;
      row.dispatchEvent(new CustomEvent('study-row-state', { bubbles: true }));
    }
  }
}

function wordFor({ state, isOwnSolution, isByWord }: ExerciseAttempt): Word {
  if (state !== 'solved') return state;
  if (isByWord) return isOwnSolution ? 'solvedByWord' : 'solvedByWordWithSolution';
  return isOwnSolution ? 'solved' : 'solvedWithSolution';
}

customElements.define('study-exercise-state', StudyExerciseState);
