/** Shows what went wrong with saving, once a page, until it is dismissed. */
import { store } from '../browser/study.ts';

class StudyNotices extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLButtonElement) target.closest('p')?.setAttribute('hidden', '');
    });
    store.problem.subscribe((problem) => {
      for (const notice of this.querySelectorAll<HTMLElement>('[data-problem]')) {
        notice.hidden = notice.dataset.problem !== problem;
      }
    });
  }
}

customElements.define('study-notices', StudyNotices);
