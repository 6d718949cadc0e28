/**
 * `<study-filtered-list>`: filters a list by what is chosen in the form before it, and keeps that in the address. An element
 * with `data-filtered` carries the values of its item; what is in a fold is found there, and a group without any is left out.
 */
import { fill } from './page-words.ts';

class StudyFilteredList extends HTMLElement {
  readonly #form = this.querySelector('form');
  readonly #rows = [...this.querySelectorAll<HTMLElement>('[data-filtered]')].map((values) => ({
    values,
    item: values.closest('li') ?? values,
  }));
  /** A fold of an item is its own. */
  readonly #groups = [...this.querySelectorAll<HTMLElement>('[data-filtered-group], details')].filter(
    (group) => group.closest('[data-filtered]') === null,
  );
  /** Folds that a filter opened. */
  #opened: readonly HTMLDetailsElement[] = [];

  connectedCallback(): void {
    const form = this.#form;
    if (form === null) return;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', () => this.#choose());
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      for (const select of this.#selects()) select.value = '';
      this.#choose();
      form.querySelector('select')?.focus();
    });
    this.addEventListener('study-row-state', () => this.#show());
    addEventListener('popstate', () => this.#read());
    this.#read();
    this.toggleAttribute('data-ready', true);
  }

  /** What the address says; a value that is not on offer is none. */
  #read(): void {
    const parameters = new URLSearchParams(location.search);
    for (const select of this.#selects()) {
      const wanted = parameters.get(select.name) ?? '';
      select.value = [...select.options].some(({ value }) => value === wanted) ? wanted : '';
    }
    this.#show();
  }

  #choose(): void {
    const url = new URL(location.href);
    for (const { name, value } of this.#selects()) {
      if (value === '') url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    }
    history.replaceState(history.state, '', url);
    this.#show();
  }

  #show(): void {
    const chosen = this.#selects().filter(({ value }) => value !== '');
    for (const { item, values } of this.#rows) {
      item.hidden = !chosen.every(({ name, value }) => values.dataset[name]?.split(' ').includes(value));
    }
    const shown = this.#rows.filter(({ item }) => !item.hidden);
    for (const group of this.#groups) group.hidden = !shown.some(({ item }) => group.contains(item));
    this.#open(chosen.length > 0);
    const none = this.querySelector<HTMLElement>('.study-filtered-none');
    if (none) none.hidden = shown.length > 0;
    const status = this.#form?.querySelector('[role=status]');
    const text = fill(this.dataset.count ?? '', { shown: String(shown.length) });
    if (status && status.textContent !== text) status.textContent = text;
    const clear = this.#form?.querySelector<HTMLElement>('[type=reset]');
    if (clear) clear.hidden = chosen.length === 0;
  }

  /** What was chosen is seen at once; afterwards the folds are as they were. */
  #open(isFiltered: boolean): void {
    if (isFiltered) {
      const folds = this.#groups.filter((group) => group instanceof HTMLDetailsElement);
      this.#opened = [...this.#opened, ...folds.filter(({ open }) => !open)];
    }
    for (const details of this.#opened) details.open = isFiltered;
    if (!isFiltered) this.#opened = [];
  }

  #selects(): HTMLSelectElement[] {
    return [...(this.#form?.querySelectorAll('select') ?? [])];
  }
}

customElements.define('study-filtered-list', StudyFilteredList);
