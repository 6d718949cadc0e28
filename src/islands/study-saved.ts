/** `<study-saved>`: which groups are saved in this browser. What it takes is loaded only where something was. */
import { openStorage, siteId } from '../browser/study.ts';

class StudySaved extends HTMLElement {
  connectedCallback(): void {
    if (openStorage().getItem(`${siteId}:offline`) === null) return;
    void import('../browser/offline/page-offline.ts').then(async ({ listSaved }) =>
      this.#show(await listSaved(siteId)),
    );
  }

  #show(names: readonly string[]): void {
    for (const item of this.querySelectorAll<HTMLElement>('[data-group]')) {
      item.hidden = !names.includes(item.dataset.group ?? '');
    }
    this.querySelector('.study-saved-none')?.toggleAttribute('hidden', names.length > 0);
    this.querySelector('.study-saved-some')?.toggleAttribute('hidden', names.length === 0);
  }
}

customElements.define('study-saved', StudySaved);
