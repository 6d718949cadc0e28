/** `<study-anki>`: a reader's progress to Anki, and their answers from there. What it takes is loaded on demand. */
import { openLog, store } from '../browser/study.ts';
import type { AnkiReviews } from '../domain/anki/anki-reviews.ts';
import { download } from './download.ts';
import { fill, readData, type Words } from './page-words.ts';

interface AnkiData {
  readonly siteId: string;
  readonly language: string;
  /** Address of the published package. */
  readonly package: string;
  /** Address of the language's decks, with a slash at its end. */
  readonly decks: string;
  readonly sqlite: import('../browser/anki/open-sqlite.ts').SqliteAssets;
  readonly words: Words;
}

class StudyAnki extends HTMLElement {
  readonly #data = readData<AnkiData>(this);
  #found: AnkiReviews | undefined;

  connectedCallback(): void {
    this.#on('export', () => this.#export());
    this.#on('merge', () => this.#merge());
    this.#on('cancel', async () => this.#forget());
    this.querySelector('input')?.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.files?.[0]) void this.#try(this.#offer(target.files[0]));
    });
    this.toggleAttribute('data-ready', true);
  }

  async #export(): Promise<void> {
    this.#forget();
    this.#say('loading');
    const { exportProgress } = await import('../browser/anki/page-anki.ts');
    const exported = await exportProgress(this.#data, { log: await openLog(), study: store.study.get() });
    if (exported === undefined) return this.#say('nothing');
    const { file, name, cards, reviews } = exported;
    download(name, new Blob([file], { type: 'application/octet-stream' }));
    this.#say('exported', { name, cards: String(cards), count: String(reviews) });
  }

  async #offer(file: Blob): Promise<void> {
    this.#found = undefined;
    this.#hide();
    this.#say('loading');
    const { readReviews } = await import('../browser/anki/page-anki.ts');
    const reading = await readReviews(this.#data, await file.arrayBuffer(), await openLog());
    if (reading.kind !== 'reviews') return this.#say(reading.kind);
    const { events, cards, known, foreign } = reading.reviews;
    if (events.length === 0) return this.#say('none', { count: String(known) });
    this.#found = reading.reviews;
    this.#show([
      this.#word('changes', { count: String(events.length), cards: String(cards) }),
      ...(known > 0 ? [this.#word('known', { count: String(known) })] : []),
      ...(foreign > 0 ? [this.#word('foreign', { count: String(foreign) })] : []),
    ]);
  }

  #show(lines: readonly string[]): void {
    const preview = this.querySelector<HTMLElement>('.study-anki-preview');
    preview?.querySelector('ul')?.replaceChildren(
      ...lines.map((line) => {
        const item = document.createElement('li');
        item.textContent = line;
        return item;
      }),
    );
    this.#say('');
    if (preview) preview.hidden = false;
    preview?.focus();
  }

  async #merge(): Promise<void> {
    const found = this.#found;
    if (found === undefined) return;
    const { mergeReviews } = await import('../browser/anki/page-anki.ts');
    const isDone = await mergeReviews(await openLog(), found.events);
    this.#forget();
    this.#say(isDone ? 'merged' : 'notMerged', { count: String(found.events.length) });
  }

  #forget(): void {
    this.#found = undefined;
    const input = this.querySelector('input');
    if (input) input.value = '';
    this.#hide();
    this.#say('');
  }

  #hide(): void {
    const preview = this.querySelector<HTMLElement>('.study-anki-preview');
    if (preview) preview.hidden = true;
  }

  #word(key: string, values: Words = {}): string {
    return fill(this.#data.words[key] ?? '', values);
  }

  #say(key: string, values: Words = {}): void {
    const said = this.querySelector('.study-anki-said');
    if (said) said.textContent = this.#word(key, values);
  }

  #on(action: string, listener: () => Promise<void>): void {
    const button = this.querySelector<HTMLButtonElement>(`[data-action="${action}"]`);
    button?.addEventListener('click', () => void this.#try(listener()));
  }

  /** What goes wrong is said: most often a file that is not there without a network. */
  async #try(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      console.error('Anki:', error);
      this.#say(navigator.onLine ? 'failed' : 'offline');
    }
  }
}

customElements.define('study-anki', StudyAnki);
