/**
 * `<study-standing>` on the progress page: each topic of which something is known with its estimate, by area or the weakest
 * first, with the evidence in words, and all of it as a table.
 */
import { readData, type Words } from './page-words.ts';
import type { StandingSources, Standings } from './standings.ts';

interface StandingData extends StandingSources {
  readonly review?: string;
  readonly words: Words;
}

class StudyStanding extends HTMLElement {
  readonly #data = readData<StandingData>(this);
  #standings: Standings | undefined;

  connectedCallback(): void {
    this.querySelector('fieldset')?.addEventListener('change', () => void this.#showList());
    this.#table()?.addEventListener('toggle', () => void this.#fillTable());
    void this.#follow();
  }

  async #follow(): Promise<void> {
    try {
      const { followStandings } = await import('./standings.ts');
      await followStandings(this.#data, (standings) => {
        this.#standings = standings;
        void this.#show();
      });
    } catch (error) {
      // Shown as it is without a script: what would give evidence.
      console.error('The topics could not be loaded:', error);
    }
  }

  async #show(): Promise<void> {
    const found = this.#standings;
    if (found === undefined) return;
    await this.#showList();
    await this.#fillTable();
    this.toggleAttribute(
      'data-known',
      found.standings.some(({ estimate }) => estimate),
    );
    this.toggleAttribute('data-cardless', found.isWithoutCards);
    this.toggleAttribute('data-ready', true);
  }

  async #showList(): Promise<void> {
    const { createByArea, createWeakest } = await import('./standing-list.ts');
    const found = this.#standings;
    const list = this.querySelector('[data-part="list"]');
    if (found === undefined || list === null) return;
    const isWeakest = this.querySelector<HTMLInputElement>('input[value="weakest"]')?.checked ?? false;
    const opened = new Set(
      [...list.querySelectorAll<HTMLElement>('details[open]')].map(({ dataset }) => dataset.topic),
    );
    list.replaceChildren(...(isWeakest ? createWeakest : createByArea)(found, this.#data));
    for (const details of list.querySelectorAll('details')) details.open = opened.has(details.dataset.topic);
  }

  /** Made when it is asked for. */
  async #fillTable(): Promise<void> {
    const table = this.#table();
    if (!table?.open || this.#standings === undefined) return;
    const { createRows } = await import('./standing-list.ts');
    table.querySelector('tbody')?.replaceChildren(...createRows(this.#standings, this.#data));
  }

  #table(): HTMLDetailsElement | null {
    return this.querySelector<HTMLDetailsElement>('details[data-part="table"]');
  }
}

customElements.define('study-standing', StudyStanding);
