/** `<study-note-state>`: whether the reader has started or finished the note that it stands beside. */
import { store } from '../browser/study.ts';
import { stateOfNote } from '../domain/reading/note-state.ts';

class StudyNoteState extends HTMLElement {
  #unsubscribe: (() => void) | undefined;

  connectedCallback(): void {
    const items = this.dataset.items?.split(' ') ?? [];
    this.#unsubscribe = store.study.subscribe(({ ticks }) => {
      const state = stateOfNote(items, ticks);
      this.dataset.state = state;
      this.textContent = this.dataset[state] ?? '';
    });
  }

  disconnectedCallback(): void {
    this.#unsubscribe?.();
  }
}

customElements.define('study-note-state', StudyNoteState);
