/** `<study-auto-save>`: lets a reader choose a file that is kept up to date, and says how it stands with it. */
import { openAutoSave } from '../browser/page-auto-save.ts';
import type { AutoSave, AutoSaveState } from '../browser/storage/auto-save.ts';
import type { FileHandleLike } from '../browser/storage/kept-file.ts';
import { siteId } from '../browser/study.ts';
import { fill, readData, type Words } from './page-words.ts';
import type { StudyBackup } from './study-backup.ts';

/** Not in every browser, and so not in TypeScript's own declarations. */
interface FilePicker {
  showSaveFilePicker(options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<FileHandleLike>;
}

class StudyAutoSave extends HTMLElement {
  readonly #words = readData<Words>(this);

  connectedCallback(): void {
    if (!hasPicker(window)) return;
    this.hidden = false;
    void this.#open();
  }

  async #open(): Promise<void> {
    const autoSave = await openAutoSave();
    this.#on('choose', () => this.#choose(autoSave));
    this.#on('allow', () => autoSave.allow());
    this.#on('stop', async () => {
      await autoSave.stop();
      // The button is gone.
      this.querySelector<HTMLElement>('[data-action="choose"]')?.focus();
    });
    this.#on('take', async () => {
      const file = await autoSave.readFile();
      if (file) await document.querySelector<StudyBackup>('study-backup')?.offer(file);
    });
    autoSave.state.subscribe((state) => this.#show(state));
    this.toggleAttribute('data-ready', true);
  }

  async #choose(autoSave: AutoSave): Promise<void> {
    if (!hasPicker(window)) return;
    const types = [{ accept: { 'application/gzip': ['.gz'] } }];
    try {
      const handle = await window.showSaveFilePicker({ suggestedName: `${siteId}.json.gz`, types });
      await autoSave.choose(handle, this.#words.siteTitle ?? siteId);
    } catch (error) {
      // The reader has closed the picker.
      if (!(error instanceof DOMException) || error.name !== 'AbortError') throw error;
    }
  }

  #show(state: AutoSaveState): void {
    this.dataset.state = state.kind;
    this.toggleAttribute('data-more', state.kind === 'saved' && state.hasMore);
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = this.#describe(state);
  }

  #describe(state: AutoSaveState): string {
    if (state.kind === 'off') return '';
    const { name } = state;
    if (state.kind === 'failed') return this.#word(state.reason, { name });
    if (state.kind !== 'saved') return this.#word(state.kind, { name });
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'medium' });
    const saved = this.#word('saved', { name, date: state.at === undefined ? '' : format.format(state.at) });
    return state.hasMore ? `${saved} ${this.#word('more')}` : saved;
  }

  #word(key: string, values: Words = {}): string {
    return fill(this.#words[key] ?? key, values);
  }

  #on(action: string, listener: () => Promise<void>): void {
    this.querySelector(`[data-action="${action}"]`)?.addEventListener('click', () => void listener());
  }
}

function hasPicker(target: Window): target is Window & FilePicker {
  return 'showSaveFilePicker' in target;
}

customElements.define('study-auto-save', StudyAutoSave);
