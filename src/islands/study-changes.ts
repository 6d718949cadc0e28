/** `<study-changes>`: notes that say something else than when their reader studied them, and which parts of them. */
import { store } from '../browser/study.ts';
import { keysOfItem } from '../domain/item-token.ts';
import { findChanges, type NoteChanges, revisionOf, withRevision } from '../domain/revision.ts';
import type { NoteFacts } from './note-facts.ts';
import { fill, readData, type Words } from './page-words.ts';

interface ChangesData {
  readonly notes: readonly NoteFacts[];
  readonly words: Words;
}

class StudyChanges extends HTMLElement {
  readonly #data = readData<ChangesData>(this);

  connectedCallback(): void {
    store.study.subscribe(() => this.#show());
  }

  #show(): void {
    const changed = this.#data.notes.flatMap((note) => {
      const studied = revisionOf(store.study.get(), keysOfItem(note.token));
      const changes = studied === undefined ? undefined : findChanges(studied, note.revision);
      return changes ? [this.#createRow(note, changes)] : [];
    });
    this.hidden = changed.length === 0;
    this.querySelector('ul')?.replaceChildren(...changed);
  }

  #createRow(note: NoteFacts, changes: NoteChanges): HTMLElement {
    const row = document.createElement('li');
    const text = document.createElement('span');
    text.lang = note.lang;
    text.append(createLink(note.href, note.title), ...this.#describe(note, changes));
    const seen = document.createElement('button');
    seen.type = 'button';
    seen.textContent = this.#word('seen');
    seen.setAttribute('aria-label', this.#word('seenNote', { note: note.title }));
    seen.addEventListener('click', () => this.#accept(note));
    row.append(text, seen);
    return row;
  }

  #describe({ href, sections }: NoteFacts, changes: NoteChanges): (Node | string)[] {
    const named = changes.sections.flatMap((index) => {
      const [id, title] = sections[index] ?? ['', ''];
      return title === '' ? [] : [createLink(`${href}#${id}`, title)];
    });
    const nameless = changes.sections.length - named.length;
    const count = (key: string, parts: number) => (parts > 0 ? [this.#word(key, { count: String(parts) })] : []);
    const parts = [...named, ...count('parts', nameless), ...count('removed', changes.removed)];
    return parts.flatMap((part, index) => [index === 0 ? ': ' : ', ', part]);
  }

  /** The row goes away, so the focus goes to the next one, or to the heading. */
  #accept({ token, revision }: NoteFacts): void {
    store.update((study, now) => withRevision(study, keysOfItem(token)[0], revision, now));
    const next = this.querySelector('button') ?? document.querySelector<HTMLElement>('#minutes, h1');
    if (next?.matches('h1, h2')) next.tabIndex = -1;
    next?.focus();
  }

  #word(key: string, values: Words = {}): string {
    return fill(this.#data.words[key] ?? key, values);
  }
}

function createLink(href: string, text: string): HTMLAnchorElement {
  return Object.assign(document.createElement('a'), { href, textContent: text });
}

customElements.define('study-changes', StudyChanges);
