/** `<study-solved data-exercises="[[id, former id], …]">`: how many exercises the reader has solved. */
import { followAttempt } from './exercise-record.ts';
import { fill } from './page-words.ts';

class StudySolved extends HTMLElement {
  readonly #exercises: readonly (readonly string[])[] = JSON.parse(this.dataset.exercises ?? '[]');
  readonly #solved = new Set<string>();
  #unfollow: (() => void)[] = [];

  connectedCallback(): void {
    this.#unfollow = this.#exercises.map((names) =>
      followAttempt(names, ({ state }) => {
        const [id = ''] = names;
        if (state === 'solved') this.#solved.add(id);
        else this.#solved.delete(id);
        this.#show();
      }),
    );
  }

  disconnectedCallback(): void {
    for (const unfollow of this.#unfollow) unfollow();
  }

  #show(): void {
    const values = { done: String(this.#solved.size), total: String(this.#exercises.length) };
    this.textContent = fill(this.dataset.words ?? '', values);
    this.toggleAttribute('data-ready', true);
  }
}

customElements.define('study-solved', StudySolved);
