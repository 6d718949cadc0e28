/** One group in `<study-offline>`. */
import type { GroupState } from '../browser/offline/group-state.ts';
import { sumSizes } from '../browser/offline/manifest.ts';
import type { OfflineView } from '../browser/offline/offline.ts';
import { formatSize } from './file-size.ts';
import { fill, type Words } from './page-words.ts';

type Action = 'save' | 'update' | 'resume' | 'stop' | 'remove';
type RowState = GroupState | { readonly kind: 'saving'; readonly share: number } | { readonly kind: 'waiting' };

const ACTIONS: Readonly<Record<RowState['kind'], readonly Action[]>> = {
  none: ['save'],
  saved: ['remove'],
  outdated: ['update', 'remove'],
  lost: ['save', 'remove'],
  unfinished: ['resume', 'remove'],
  saving: ['stop'],
  waiting: ['stop'],
};

export class OfflineRow {
  readonly #element: HTMLElement;
  readonly #words: Words;
  readonly #lang = document.documentElement.lang;

  constructor(element: HTMLElement, words: Words) {
    this.#element = element;
    this.#words = words;
  }

  get name(): string {
    return this.#element.dataset.group ?? '';
  }

  get title(): string {
    return this.#element.querySelector('h3')?.textContent ?? '';
  }

  /** Whether the address names it. */
  get isChosen(): boolean {
    return location.hash === `#${this.#element.id}`;
  }

  focus(): void {
    this.#element.querySelector<HTMLElement>('[data-action]:not([hidden])')?.focus({ preventScroll: true });
  }

  on(action: Action, listener: () => unknown): void {
    this.#button(action)?.addEventListener('click', () => void listener());
  }

  show({ manifest, states, saving }: OfflineView): void {
    const state = this.#stateIn(states, saving);
    const files = manifest?.[this.name];
    this.#element.dataset.state = state.kind;
    // A site without cards has none to save.
    this.#element.hidden = manifest !== undefined && files === undefined && state.kind === 'none';
    if (files !== undefined) {
      const { wire, disk } = sumSizes(files);
      this.#text('.study-offline-size', this.#word('size', { wire: formatSize(wire), disk: formatSize(disk) }));
    }
    this.#text('.study-offline-state', this.#describe(state));
    const progress = this.#element.querySelector('progress');
    if (progress) {
      progress.hidden = state.kind !== 'saving';
      progress.value = state.kind === 'saving' ? state.share : 0;
    }
    // Without the manifest nothing can be fetched; while something is saved, everything else waits.
    const isAble = (action: Action) => action === 'stop' || (saving === undefined && (action === 'remove' || files));
    this.#offer(ACTIONS[state.kind].filter(isAble));
  }

  #stateIn(states: OfflineView['states'], saving: OfflineView['saving']): RowState {
    if (saving?.batch.includes(this.name)) return { kind: 'saving', share: saving.share };
    if (saving?.waiting.includes(this.name)) return { kind: 'waiting' };
    return states[this.name] ?? { kind: 'none' };
  }

  #describe(state: RowState): string {
    switch (state.kind) {
      case 'saved':
      case 'outdated': {
        const date = new Intl.DateTimeFormat(this.#lang, { dateStyle: 'long', timeStyle: 'short' }).format(state.at);
        return this.#word(state.kind, { date, wire: state.kind === 'outdated' ? formatSize(state.wire) : '' });
      }
      case 'saving':
      case 'unfinished':
        return this.#word(state.kind, { share: this.#percent(state.share) });
      default:
        return this.#word(state.kind);
    }
  }

  /** Shows some of the buttons. A reader whose button goes is put on the next one. */
  #offer(actions: readonly Action[]): void {
    const hadFocus = this.#element.contains(document.activeElement);
    for (const button of this.#element.querySelectorAll<HTMLElement>('[data-action]')) {
      button.hidden = !actions.some((action) => action === button.dataset.action);
    }
    const focused = document.activeElement;
    const isLost = hadFocus && (!this.#element.contains(focused) || (focused instanceof HTMLElement && focused.hidden));
    if (isLost) this.#element.querySelector<HTMLElement>('[data-action]:not([hidden])')?.focus();
  }

  #button(action: Action): HTMLElement | null {
    return this.#element.querySelector(`[data-action="${action}"]`);
  }

  #percent(share: number): string {
    // Not 100 before it is all there.
    return new Intl.NumberFormat(this.#lang, { style: 'percent' }).format(Math.floor(share * 100) / 100);
  }

  #word(key: string, values: Words = {}): string {
    return fill(this.#words[key] ?? key, values);
  }

  #text(selector: string, text: string): void {
    const element = this.#element.querySelector(selector);
    if (element && element.textContent !== text) element.textContent = text;
  }
}
