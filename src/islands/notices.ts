/** Shows what went wrong with saving, once a page, until it is dismissed; and to some, that there is something newer. */
import { openStorage, siteId, store } from '../browser/study.ts';

class StudyNotices extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLButtonElement) target.closest('p:not([data-offline])')?.setAttribute('hidden', '');
    });
    store.problem.subscribe((problem) => {
      for (const notice of this.querySelectorAll<HTMLElement>('[data-problem]')) {
        notice.hidden = notice.dataset.problem !== problem;
      }
    });
    // Who has saved something is the only one who loads what it takes.
    if (openStorage().getItem(`${siteId}:offline`) === null) return;
    void import('./offline-notice.ts').then(({ watchUpdates }) => watchUpdates(this));
  }
}

customElements.define('study-notices', StudyNotices);
