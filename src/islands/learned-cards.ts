/** `<study-learned data-cards="…">`: how many cards the reader knows for a day or more. */
import { followCards } from './due-cards.ts';
import { fill } from './page-words.ts';

class StudyLearned extends HTMLElement {
  connectedCallback(): void {
    const show = ({ learned, total }: { readonly learned: number; readonly total: number }) => {
      this.textContent = fill(this.dataset.words ?? '', { done: String(learned), total: String(total) });
      this.toggleAttribute('data-ready', true);
    };
    followCards(this.dataset.cards ?? '', show).catch((error: unknown) => {
      console.error('The cards could not be counted:', error);
    });
  }
}

customElements.define('study-learned', StudyLearned);
