/** `<study-built data-projects="token token;token …">`: how many projects the reader has finished. */
import { store } from '../browser/study.ts';
import { stateOfProject } from '../domain/project-state.ts';
import { fill } from './page-words.ts';

class StudyBuilt extends HTMLElement {
  readonly #projects = (this.dataset.projects?.split(';') ?? []).map((tokens) => tokens.split(' '));
  #unsubscribe: (() => void) | undefined;

  connectedCallback(): void {
    this.#unsubscribe = store.study.subscribe(({ ticks }) => {
      const done = this.#projects.filter((must) => stateOfProject(must, [], ticks) === 'done').length;
      this.textContent = fill(this.dataset.words ?? '', { done: String(done) });
      this.toggleAttribute('data-ready', true);
    });
  }

  disconnectedCallback(): void {
    this.#unsubscribe?.();
  }
}

customElements.define('study-built', StudyBuilt);
