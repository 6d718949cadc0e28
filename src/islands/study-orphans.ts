/** `<study-orphans>`: ticks of items that the site no longer has. They are kept, and count again if the item comes back. */
import { store, words } from '../browser/study.ts';
import { keysOfItem } from '../domain/item-token.ts';

class StudyOrphans extends HTMLElement {
  connectedCallback(): void {
    const known = new Set(this.dataset.known?.split(' ').flatMap(keysOfItem));
    const list = this.querySelector('ul');
    store.study.subscribe(({ ticks }) => {
      const orphans = Object.entries(ticks).filter(([item, { state }]) => state !== 'open' && !known.has(item));
      this.hidden = orphans.length === 0;
      list?.replaceChildren(
        ...orphans.map(([item, { state }]) => {
          const entry = document.createElement('li');
          const code = document.createElement('code');
          code.textContent = item;
          entry.append(code, ` · ${words[state]}`);
          return entry;
        }),
      );
    });
  }
}

customElements.define('study-orphans', StudyOrphans);
