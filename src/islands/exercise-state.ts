/** `<study-exercise-state>` says whether the reader has started or solved an exercise. */
import type { ExerciseAttempt } from '../domain/exercise-attempt.ts';
import { followAttempt } from './exercise-record.ts';

type Words = Readonly<Record<'open' | 'started' | 'solved' | 'solvedWithSolution', string>>;

class StudyExerciseState extends HTMLElement {
  readonly #words: Words = JSON.parse(this.dataset.words ?? '{}');
  #unfollow: (() => void) | undefined;

  connectedCallback(): void {
    this.#unfollow = followAttempt(this.dataset.exercise?.split(' ') ?? [], (attempt) => this.#show(attempt));
  }

  disconnectedCallback(): void {
    this.#unfollow?.();
  }

  #show({ state, isOwnSolution }: ExerciseAttempt): void {
    this.dataset.state = state;
    const isAided = state === 'solved' && !isOwnSolution;
    this.textContent = state === 'open' ? '' : this.#words[isAided ? 'solvedWithSolution' : state];
    // The catalog filters by it.
    const row = this.closest<HTMLElement>('[data-state]:not(study-exercise-state)');
    if (row && row.dataset.state !== state) {
      row.dataset.state = state;
      row.dispatchEvent(new CustomEvent('study-exercise-state', { bubbles: true }));
    }
  }
}

customElements.define('study-exercise-state', StudyExerciseState);
