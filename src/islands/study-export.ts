/** `<study-export>`: the log and the checklists as tables for a spreadsheet. */
import { readClock } from '../browser/clock.ts';
import { openLog, siteId, store } from '../browser/study.ts';
import { localDay } from '../domain/learning-day.ts';
import { printTable, tabulateLog, tabulateTicks } from '../domain/table.ts';
import { download } from './download.ts';

class StudyExport extends HTMLElement {
  connectedCallback(): void {
    this.#on('log', async () => tabulateLog(await (await openLog()).read()));
    this.#on('ticks', async () => tabulateTicks(store.study.get()));
    this.toggleAttribute('data-ready', true);
  }

  #on(name: string, tabulate: () => Promise<string[][]>): void {
    this.querySelector(`[data-table="${name}"]`)?.addEventListener('click', async () => {
      // Some spreadsheets take a file without this mark for one of another encoding.
      const file = new Blob(['\uFEFF', printTable(await tabulate())], { type: 'text/csv' });
      download(`${siteId}-${name}-${localDay(readClock())}.csv`, file);
    });
  }
}

customElements.define('study-export', StudyExport);
