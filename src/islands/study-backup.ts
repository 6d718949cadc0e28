/**
 * `<study-backup>`: saves all of a reader's study to a file, takes one in after showing what it changes, takes it back.
 * What an address brings (study-link.ts) is taken in the same way.
 */

import { readClock } from '../browser/clock.ts';
import {
  type BackupReading,
  type ChangeResult,
  importBackup,
  previewBackup,
  readBackup,
  redoImport,
  type StudyPlace,
  saveBackup,
  undoImport,
} from '../browser/storage/study-backup.ts';
import { readStudyLink } from '../browser/storage/study-link.ts';
import { openLog, siteId, store } from '../browser/study.ts';
import type { Backup } from '../domain/backup.ts';
import type { ImportPreview } from '../domain/import-preview.ts';
import { pickForm } from '../domain/plural.ts';
import { TICK_STATES } from '../domain/tick.ts';
import { download } from './download.ts';
import { fill, readData, type Words } from './page-words.ts';

export class StudyBackup extends HTMLElement {
  readonly #words = readData<Words>(this);
  #chosen: Backup | undefined;

  connectedCallback(): void {
    this.#on('save', () => this.#save());
    this.#on('merge', () => this.#merge());
    this.#on('cancel', () => this.#cancel());
    this.#on('undo', () => this.#takeBack(undoImport, 'undone', 'redo'));
    this.#on('redo', () => this.#takeBack(redoImport, 'imported', 'undo'));
    this.querySelector('input')?.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.files?.[0]) void this.offer(target.files[0]);
    });
    addEventListener('hashchange', () => void this.#receive());
    void this.#receive();
    this.toggleAttribute('data-ready', true);
  }

  async #save(): Promise<void> {
    const { name, file, problem } = await saveBackup(await this.#place(), readClock());
    download(name, file);
    this.#say(problem === undefined ? 'saved' : 'savedPartly', { name });
  }

  /** Shows what a file would bring. */
  async offer(file: Blob): Promise<void> {
    this.#forget();
    await this.#judge(await readBackup(file, siteId));
  }

  /** Shows what the address brings, and takes it out of the address: going back or reloading must not bring it again. */
  async #receive(): Promise<void> {
    const reading = await readStudyLink(location.hash, siteId);
    if (reading === undefined) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    this.#forget();
    this.scrollIntoView();
    const isOfNoSite = reading.kind === 'foreign' && reading.siteTitle === undefined;
    const isDamaged = isOfNoSite || reading.kind === 'unreadable' || reading.kind === 'corrupt';
    if (isDamaged) this.#say('linkDamaged');
    else await this.#judge(reading);
  }

  async #judge(reading: BackupReading): Promise<void> {
    if (reading.kind !== 'backup') return this.#say(...this.#explain(reading));
    const preview = await previewBackup(await this.#place(), reading.backup);
    if (preview.isEmpty) return this.#say('nothing');
    this.#chosen = reading.backup;
    this.#show(reading.backup, preview);
  }

  #explain(reading: Exclude<BackupReading, { kind: 'backup' }>): [word: string, values?: Words] {
    if (reading.kind === 'foreign') {
      return reading.siteTitle === undefined ? ['noBackup'] : ['foreign', { site: reading.siteTitle }];
    }
    return [reading.kind];
  }

  #show(backup: Backup, preview: ImportPreview): void {
    const date = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' });
    const { ticksAdded, ticksChanged, events, draftsAdded, draftsChanged, changesPlan, settings, changesOther } =
      preview;
    const lines = [
      ...TICK_STATES.filter((state) => ticksAdded[state] > 0).map((state) =>
        fill(pickForm(this.#words, 'ticksAdded', ticksAdded[state], document.documentElement.lang), {
          count: String(ticksAdded[state]),
          state: this.#words[state] ?? state,
        }),
      ),
      ...TICK_STATES.filter((state) => ticksChanged[state] > 0).map((state) =>
        this.#word('ticksChanged', { count: String(ticksChanged[state]), state: this.#words[state] ?? state }),
      ),
      ...(events > 0 ? [this.#word('events', { count: String(events) })] : []),
      ...(draftsAdded > 0 ? [this.#word('drafts', { count: String(draftsAdded) })] : []),
      ...(draftsChanged > 0 ? [this.#word('draftsChanged', { count: String(draftsChanged) })] : []),
      ...(changesPlan ? [this.#word('plan')] : []),
      ...(settings.length > 0 || changesOther ? [this.#word('other')] : []),
    ];
    this.#text('.study-backup-from', this.#word('from', { date: date.format(backup.savedAt) }));
    this.querySelector('.study-backup-changes')?.replaceChildren(
      ...lines.map((line) => {
        const item = document.createElement('li');
        item.textContent = line;
        return item;
      }),
    );
    this.toggleAttribute('data-chosen', true);
    this.querySelector<HTMLElement>('[data-action="merge"]')?.focus();
  }

  async #merge(): Promise<void> {
    if (this.#chosen === undefined) return;
    const result = await importBackup(await this.#place(), this.#chosen, Date.now());
    this.#forget();
    this.#tell(result, 'imported', 'undo');
  }

  #cancel(): void {
    this.#forget();
    this.querySelector('input')?.focus();
  }

  async #takeBack(action: typeof undoImport, word: string, next: 'undo' | 'redo'): Promise<void> {
    this.#tell(await action(await this.#place(), Date.now()), word, next);
  }

  #tell(result: ChangeResult, word: string, next: 'undo' | 'redo'): void {
    this.toggleAttribute('data-undo', result.kind === 'done' && next === 'undo');
    this.toggleAttribute('data-redo', result.kind === 'done' && next === 'redo');
    this.#say(result.kind === 'done' ? word : result.kind);
    // The button that was pressed is gone.
    this.querySelector<HTMLElement>(result.kind === 'done' ? `[data-action="${next}"]` : 'input')?.focus();
  }

  #forget(): void {
    this.#chosen = undefined;
    this.toggleAttribute('data-chosen', false);
    const input = this.querySelector('input');
    if (input) input.value = '';
    this.#text('.study-backup-said', '');
  }

  async #place(): Promise<StudyPlace> {
    return { siteId, siteTitle: this.#words.siteTitle ?? siteId, study: store, log: await openLog() };
  }

  #word(key: string, values: Words = {}): string {
    return fill(this.#words[key] ?? key, values);
  }

  #say(key: string, values: Words = {}): void {
    this.#text('.study-backup-said', this.#word(key, values));
  }

  #text(selector: string, text: string): void {
    const element = this.querySelector(selector);
    if (element) element.textContent = text;
  }

  #on(action: string, listener: () => unknown): void {
    this.querySelector(`[data-action="${action}"]`)?.addEventListener('click', () => void listener());
  }
}

customElements.define('study-backup', StudyBackup);
