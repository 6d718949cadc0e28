/** A list of recordings that follows what is stored, without disturbing the one that is heard. */
import { live, recordings } from '../browser/recording/page-recordings.ts';
import type { Recording } from '../domain/recording.ts';
import type { Words } from './page-words.ts';
import { RecordingRow } from './recording-row.ts';

export interface ListOptions {
  readonly words: Words;
  /** Where the focus goes when the last row is gone. */
  readonly refuge: () => HTMLElement | null;
  /** @param alive those that are being made at this moment */
  readonly onChange: (recordings: readonly Recording[], alive: ReadonlySet<string>) => void;
}

export class RecordingList {
  readonly #host: HTMLElement;
  readonly #options: ListOptions;
  readonly #rows = new Map<string, RecordingRow>();
  #session: string | undefined;

  constructor(host: HTMLElement, options: ListOptions) {
    this.#host = host;
    this.#options = options;
  }

  /**
   * Shows what is stored now.
   * @param session of one interview only
   */
  async refresh(session = this.#session): Promise<void> {
    this.#session = session;
    const [stored, alive] = await Promise.all([recordings.list(session), live.list()]);
    if (stored === undefined || session !== this.#session) return;
    for (const [id, row] of this.#rows) {
      if (stored.some((recording) => recording.id === id) && row.isLive === alive.has(id)) continue;
      row.close();
      this.#rows.delete(id);
    }
    for (const recording of stored) if (!this.#rows.has(recording.id)) this.#add(recording, alive.has(recording.id));
    this.#options.onChange(stored, alive);
  }

  /** Deletes all of them but those that are being made. */
  async clear(): Promise<void> {
    const alive = await live.list();
    await this.#remove([...this.#rows.keys()].filter((id) => !alive.has(id)));
  }

  #add(recording: Recording, isLive: boolean): void {
    const row = new RecordingRow(recording, {
      words: this.#options.words,
      isLive,
      read: (id) => recordings.read(id),
      remove: (id) => void this.#remove([id]),
    });
    this.#rows.set(recording.id, row);
    this.#host.append(row.element);
  }

  async #remove(ids: readonly string[]): Promise<void> {
    const places = [...this.#rows.keys()];
    const place = places.indexOf(ids[0] ?? '');
    const next = places.filter((id) => !ids.includes(id))[place] ?? places.filter((id) => !ids.includes(id)).at(-1);
    if (!(await recordings.remove(ids))) return;
    await this.refresh();
    const row = this.#rows.get(next ?? '');
    if (row) row.focus();
    else this.#options.refuge()?.focus();
  }
}
