/** `<study-exercise-list>`: filters the catalog of exercises and keeps what was chosen in the address. */

/** The names of the filters: fields of the form, parameters of the address, and `data-` attributes of the rows. */
const FILTERS = ['area', 'level', 'language', 'state'] as const;

class StudyExerciseList extends HTMLElement {
  readonly #form = this.querySelector('form');
  readonly #rows = [...this.querySelectorAll<HTMLElement>('li[data-state]')];

  connectedCallback(): void {
    const form = this.#form;
    if (form === null) return;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', () => this.#choose());
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      for (const select of form.querySelectorAll('select')) select.value = '';
      this.#choose();
      form.querySelector('select')?.focus();
    });
    this.addEventListener('study-exercise-state', () => this.#show());
    addEventListener('popstate', () => this.#read());
    this.#read();
    this.toggleAttribute('data-ready', true);
  }

  /** What the address says; a value that is not on offer is none. */
  #read(): void {
    const parameters = new URLSearchParams(location.search);
    for (const name of FILTERS) {
      const select = this.#select(name);
      const wanted = parameters.get(name) ?? '';
      if (select) select.value = [...select.options].some(({ value }) => value === wanted) ? wanted : '';
    }
    this.#show();
  }

  #choose(): void {
    const url = new URL(location.href);
    for (const name of FILTERS) {
      const value = this.#select(name)?.value ?? '';
      if (value === '') url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    }
    history.replaceState(history.state, '', url);
    this.#show();
  }

  #show(): void {
    const chosen = FILTERS.map((name) => [name, this.#select(name)?.value ?? ''] as const).filter(
      ([, value]) => value !== '',
    );
    for (const row of this.#rows) {
      row.hidden = !chosen.every(([name, value]) => row.dataset[name]?.split(' ').includes(value));
    }
    const count = this.#rows.filter(({ hidden }) => !hidden).length;
    const status = this.#form?.querySelector('[role=status]');
    const text = (this.dataset.count ?? '')
      .replace('{count}', String(count))
      .replace('{total}', String(this.#rows.length));
    if (status && status.textContent !== text) status.textContent = text;
    const clear = this.#form?.querySelector<HTMLElement>('[type=reset]');
    if (clear) clear.hidden = chosen.length === 0;
  }

  #select(name: string): HTMLSelectElement | undefined {
    const field = this.#form?.elements.namedItem(name);
    return field instanceof HTMLSelectElement ? field : undefined;
  }
}

customElements.define('study-exercise-list', StudyExerciseList);
