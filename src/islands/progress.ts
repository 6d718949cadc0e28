/** `<study-progress data-items="…">` and the counts in the sidebar show how much of some items is done. */
import { store } from '../browser/study.ts';
import { countProgress } from '../domain/progress.ts';

function itemsOf(element: HTMLElement): string[] {
  return element.dataset.items?.split(' ') ?? [];
}

class StudyProgress extends HTMLElement {
  #unsubscribe: (() => void) | undefined;

  connectedCallback(): void {
    this.#unsubscribe = store.study.subscribe(({ ticks }) => {
      const { done, total } = countProgress(itemsOf(this), ticks);
      const text = (this.dataset.words ?? '').replace('{done}', String(done)).replace('{total}', String(total));
      const label = this.querySelector('.study-progress-text');
      if (label) label.textContent = text;
      this.style.setProperty('--study-done', String(total === 0 ? 1 : done / total));
      this.toggleAttribute('data-complete', done === total);
      this.toggleAttribute('data-ready', true);
    });
  }

  disconnectedCallback(): void {
    this.#unsubscribe?.();
  }
}

customElements.define('study-progress', StudyProgress);

for (const link of document.querySelectorAll<HTMLElement>('.sidebar a[data-items]')) {
  const count = link.querySelector<HTMLElement>('.study-count');
  if (count === null) continue;
  store.study.subscribe(({ ticks }) => {
    const { done, total } = countProgress(itemsOf(link), ticks);
    count.textContent = `${done}/${total}`;
    count.toggleAttribute('data-complete', done === total);
    count.toggleAttribute('data-ready', true);
  });
}
