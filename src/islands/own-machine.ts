/**
 * `<study-own-machine>`: an exercise that runs on the reader's own machine. The page has everything to read; this keeps the
 * hints and the solution back until they are wanted, and notes that the reader says that all tests passed.
 */
import type { ExerciseAttempt } from '../domain/exercise-attempt.ts';
import { readExerciseData, sayExercise } from './exercise-data.ts';
import { createHints } from './exercise-hints.ts';
import { type Did, followAttempt, recordExercise } from './exercise-record.ts';
import { createSolution } from './exercise-solution.ts';

class StudyOwnMachine extends HTMLElement {
  readonly #data = readExerciseData();

  connectedCallback(): void {
    const { id, was } = this.#data;
    const hints = createHints((task, hint) => this.#record({ did: 'hint', task, hint }));
    const solution = createSolution({ hintCount: hints.total, onReveal: () => this.#record({ did: 'solution' }) });
    followAttempt([id, ...was], (attempt) => {
      hints.show(attempt);
      solution?.show(attempt);
      this.#show(attempt);
    });
    for (const did of ['claim', 'withdraw'] as const) {
      this.#button(did)?.addEventListener('click', () => this.#record({ did }));
    }
    this.querySelector('.study-own-claim')?.removeAttribute('hidden');
    this.toggleAttribute('data-ready', true);
  }

  #show({ state, isByWord }: ExerciseAttempt): void {
    const [claim, withdraw] = [this.#button('claim'), this.#button('withdraw')];
    const said = this.querySelector('.study-own-claim [role=status]');
    if (!claim || !withdraw || !said) return;
    const had = document.activeElement;
    claim.hidden = state === 'solved';
    withdraw.hidden = !isByWord;
    said.textContent = isByWord ? sayExercise('claimed') : '';
    // The button that was pressed is gone; the other one takes it back.
    if (had === claim && claim.hidden) withdraw.focus();
    if (had === withdraw && withdraw.hidden) claim.focus();
  }

  #record(did: Did): void {
    void recordExercise(this.#data.id, did);
  }

  #button(action: 'claim' | 'withdraw'): HTMLButtonElement | null {
    return this.querySelector(`[data-action="${action}"]`);
  }
}

customElements.define('study-own-machine', StudyOwnMachine);
