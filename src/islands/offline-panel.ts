/** Fills `<study-offline>` in: how it stands with each group, and what its buttons do. */
import type { Offline, OfflineView } from '../browser/offline/offline.ts';
import { canSave, openOffline } from '../browser/offline/page-offline.ts';
import { selectGroups } from '../browser/offline/selection.ts';
import { requestPersistence } from '../browser/storage/persistence.ts';
import { openStorage, siteId } from '../browser/study.ts';
import { OfflineRow } from './offline-row.ts';
import { fill, readData, type Words } from './page-words.ts';

export async function openOfflinePanel(element: HTMLElement): Promise<void> {
  const words = readData<Words>(element);
  if (canSave()) await new OfflinePanel(element, words, openOffline(siteId)).open();
  else say(element, (isSecureContext ? words.unsupported : words.insecure) ?? '');
  element.toggleAttribute('data-ready', true);
}

class OfflinePanel {
  readonly #element: HTMLElement;
  readonly #words: Words;
  readonly #offline: Offline;
  readonly #rows: readonly OfflineRow[];

  constructor(element: HTMLElement, words: Words, offline: Offline) {
    this.#element = element;
    this.#words = words;
    this.#offline = offline;
    this.#rows = [...element.querySelectorAll<HTMLElement>('[data-group]')].map((row) => new OfflineRow(row, words));
  }

  async open(): Promise<void> {
    for (const row of this.#rows) {
      row.on('save', () => this.#save(row.name));
      row.on('update', () => this.#save(row.name));
      row.on('resume', () => this.#save(row.name));
      row.on('remove', () => this.#remove(row));
      row.on('stop', () => this.#offline.stop());
    }
    await this.#offline.refresh();
    this.#offline.view.subscribe((view) => this.#show(view));
    if (this.#offline.view.get().manifest === undefined) this.#say('unreachable');
    // The area that the reader comes from: one key saves it.
    const chosen = this.#rows.find(({ isChosen }) => isChosen);
    chosen?.focus();
    // Another tab may save or remove.
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && this.#offline.view.get().saving === undefined) void this.#offline.refresh();
    });
  }

  async #save(name: string): Promise<void> {
    say(this.#element, '');
    const asked = requestPersistence(siteId, openStorage, navigator.storage);
    const problem = await this.#offline.save(selectGroups(name, this.#offline.view.get().states));
    await asked;
    this.#say(problem ?? 'done');
    void this.#tellKeeping(this.#offline.view.get());
  }

  async #remove(row: OfflineRow): Promise<void> {
    await this.#offline.remove(row.name);
    this.#say('removed', { name: row.title });
  }

  #show(view: OfflineView): void {
    for (const row of this.#rows) row.show(view);
    void this.#tellKeeping(view);
  }

  /** How long what is saved stays: browsers differ. */
  async #tellKeeping({ states }: OfflineView): Promise<void> {
    const isAnySaved = Object.values(states).some(({ kind }) => kind === 'saved' || kind === 'outdated');
    const isKept = isAnySaved ? await navigator.storage?.persisted?.() : undefined;
    const said = [
      ...(isKept === undefined ? [] : [isKept ? 'kept' : 'mayGo']),
      // Of Safari, and of every browser on an iPhone, which are Safari underneath.
      ...(navigator.vendor.startsWith('Apple') ? ['safari'] : []),
    ];
    const paragraph = this.#element.querySelector<HTMLElement>('.study-offline-keeping');
    if (paragraph === null) return;
    paragraph.textContent = said.map((word) => this.#words[word]).join(' ');
    paragraph.hidden = said.length === 0;
  }

  #say(word: string, values: Words = {}): void {
    say(this.#element, fill(this.#words[word] ?? word, values));
  }
}

function say(element: HTMLElement, text: string): void {
  const status = element.querySelector('[role="status"]');
  if (status) status.textContent = text;
}
