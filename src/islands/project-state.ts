/** `<study-project-state>` says whether the reader has started or finished a project. */
import { store } from '../browser/study.ts';
import { type ProjectState, stateOfProject } from '../domain/project-state.ts';

class StudyProjectState extends HTMLElement {
  readonly #items = this.dataset.items?.split(' ') ?? [];
  readonly #must = Number(this.dataset.must);
  #unsubscribe: (() => void) | undefined;

  connectedCallback(): void {
    this.#unsubscribe = store.study.subscribe(({ ticks }) => {
      this.#show(stateOfProject(this.#items.slice(0, this.#must), this.#items.slice(this.#must), ticks));
    });
  }

  disconnectedCallback(): void {
    this.#unsubscribe?.();
  }

  #show(state: ProjectState): void {
    this.dataset.state = state;
    this.textContent = state === 'open' ? '' : (this.dataset[state] ?? '');
    // The catalog filters by it.
    const row = this.closest<HTMLElement>('[data-filtered][data-state]');
    if (row && row.dataset.state !== state) {
      row.dataset.state = state;
      row.dispatchEvent(new CustomEvent('study-row-state', { bubbles: true }));
    }
  }
}

customElements.define('study-project-state', StudyProjectState);
