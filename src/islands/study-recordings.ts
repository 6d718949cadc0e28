/** `<study-recordings>`: every recording in this browser, and how much room they take. Shown where there are some. */
import { formatSize } from './file-size.ts';
import { fill, readData, type Words } from './page-words.ts';
import { RecordingList } from './recording-list.ts';

class StudyRecordings extends HTMLElement {
  readonly #words = readData<Words>(this);

  connectedCallback(): void {
    const list = new RecordingList(this.#part('list'), {
      words: this.#words,
      refuge: () => document.getElementById('recordings') ?? this,
      onChange: (recordings) => {
        // What is not there any more was just deleted here: then that is said.
        this.hidden &&= recordings.length === 0;
        this.toggleAttribute('data-known', true);
        const bytes = recordings.reduce((sum, recording) => sum + recording.bytes, 0);
        const total = fill(this.#words.total ?? '', { count: String(recordings.length), size: formatSize(bytes) });
        this.#part('total').textContent = total;
        this.#part('all').hidden = recordings.length < 2;
      },
    });
    this.#part('all').addEventListener('click', () => {
      if (confirm(this.#words.allSure)) void list.clear();
    });
    void list.refresh();
  }

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? this;
  }
}

customElements.define('study-recordings', StudyRecordings);
