/** One recording in a list: when, how long, how large; to be heard, downloaded, deleted. */
import { siteId } from '../browser/study.ts';
import { formatTime } from '../domain/duration.ts';
import { extensionOf, type Recording } from '../domain/recording.ts';
import { download } from './download.ts';
import { createElement } from './element.ts';
import { formatSize } from './file-size.ts';
import type { Words } from './page-words.ts';
import { createPlayer, type Player } from './recording-player.ts';

export interface RowOptions {
  readonly words: Words;
  /** It is being made at this moment. */
  readonly isLive: boolean;
  readonly read: (id: string) => Promise<Blob | undefined>;
  readonly remove: (id: string) => void;
}

export class RecordingRow {
  readonly element: HTMLElement;
  readonly #recording: Recording;
  readonly #options: RowOptions;
  readonly #name: string;
  readonly #actions = createElement('p', { class: 'study-recording-actions' });
  readonly #said = createElement('p', { role: 'status' });
  #player: Player | undefined;

  constructor(recording: Recording, options: RowOptions) {
    this.#recording = recording;
    this.#options = options;
    const { lang } = document.documentElement;
    const format = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'medium' });
    this.#name = format.format(recording.startedAt);
    this.element = createElement('li', { 'data-recording': recording.id });
    this.element.append(this.#describe(), this.#actions, this.#said);
    if (!options.isLive) this.#offer();
  }

  get isLive(): boolean {
    return this.#options.isLive;
  }

  close(): void {
    this.#player?.close();
    this.element.remove();
  }

  focus(): void {
    this.element.querySelector('button')?.focus();
  }

  #describe(): HTMLElement {
    const { ms, bytes, end } = this.#recording;
    const { words, isLive } = this.#options;
    const facts = [formatTime(ms), formatSize(bytes)];
    if (isLive) facts.push(words.live ?? '');
    else if (end !== 'stopped') facts.push(words.cutShort ?? '');
    return createElement('p', {}, createElement('b', {}, this.#name), ` · ${facts.join(' · ')}`);
  }

  #offer(): void {
    this.#actions.replaceChildren(
      this.#button('play', () => this.#play()),
      this.#button('download', () => this.#download()),
      this.#button('remove', () => this.#ask()),
    );
  }

  /** Nobody deletes by one slip. */
  #ask(): void {
    const keep = this.#button('keep', () => {
      this.#offer();
      this.#actions.querySelector<HTMLElement>('[data-action="remove"]')?.focus();
    });
    this.#actions.replaceChildren(
      createElement('span', {}, this.#options.words.sure ?? ''),
      this.#button('removeNow', () => this.#options.remove(this.#recording.id)),
      keep,
    );
    keep.focus();
  }

  async #play(): Promise<void> {
    if (this.#player === undefined) {
      const sound = await this.#read();
      if (sound === undefined || this.#player !== undefined) return;
      this.#player = createPlayer(sound, this.#recording.marks, this.#name, this.#options.words);
      this.element.append(this.#player.element);
    }
    this.#player.play();
  }

  async #download(): Promise<void> {
    const sound = await this.#read();
    if (sound === undefined) return;
    const date = new Date(this.#recording.startedAt).toISOString().slice(0, 19).replaceAll(':', '-');
    download(`${siteId}-${date}${extensionOf(this.#recording.type)}`, sound);
  }

  async #read(): Promise<Blob | undefined> {
    const sound = await this.#options.read(this.#recording.id);
    this.#said.textContent = sound === undefined ? (this.#options.words.unreadable ?? '') : '';
    return sound;
  }

  #button(action: string, onClick: () => unknown): HTMLButtonElement {
    const word = this.#options.words[action] ?? action;
    const button = createElement('button', { type: 'button', 'data-action': action }, word);
    button.setAttribute('aria-label', `${word}: ${this.#name}`);
    button.addEventListener('click', () => void onClick());
    return button;
  }
}
