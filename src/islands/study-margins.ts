/** `<study-margins>`: all that the reader wrote beside notes, and a file of it. */
import { writeAnnotated } from '../browser/annotated.ts';
import { readClock } from '../browser/clock.ts';
import { openDrafts, openLog, openStorage, siteId } from '../browser/study.ts';
import { localDay } from '../domain/learning-day.ts';
import {
  type AnnotatedNote,
  marginPrefix,
  type PlacedMarginNote,
  placeMarginNotes,
  printMarginNotes,
  readMarginNote,
} from '../domain/reading/margin-note.ts';
import { download } from './download.ts';
import { createElement } from './element.ts';
import { readNoteFacts } from './note-facts.ts';
import { fill, readData, type Words } from './page-words.ts';

class StudyMargins extends HTMLElement {
  readonly #words = readData<Words>(this);
  #notes: readonly PlacedMarginNote[] = [];

  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => this.#save());
    // At once, and when something was taken in: it may bring notes along.
    void openLog().then(({ revision }) => revision.subscribe(() => void this.#read()));
  }

  async #read(): Promise<void> {
    const drafts = await (await openDrafts()).list(marginPrefix());
    const written = drafts.flatMap((draft) => readMarginNote(draft.key, draft) ?? []);
    this.#notes = placeMarginNotes(written, listAnnotated());
    writeAnnotated(
      siteId,
      openStorage(),
      this.#notes.map(({ note, page }) => page?.token.split('|')[0] ?? note),
    );
    this.hidden = this.#notes.length === 0;
    this.toggleAttribute('data-known', true);
    this.querySelector('ul')?.replaceChildren(...this.#notes.map((note) => this.#createRow(note)));
  }

  #createRow({ note, section, text, at, others, page, part }: PlacedMarginNote): HTMLElement {
    const { lang } = document.documentElement;
    const date = (time: number) => new Date(time).toLocaleDateString(lang, { dateStyle: 'medium' });
    const name = page?.title ?? note;
    const place = part ? `${name} › ${part.title}` : name;
    const head = page
      ? createElement('a', { href: part ? `${page.href}#${part.anchor}` : page.href }, place)
      : createElement('span', {}, place);
    const lost = part ? [] : [` · ${this.#words.lost ?? ''} (${section})`];
    return createElement(
      'li',
      {},
      createElement('p', {}, head, ...lost, ` · ${date(at)}`),
      ...(text === '' ? [] : [createElement('blockquote', {}, text)]),
      ...others.flatMap((other) => [
        createElement('p', {}, fill(this.#words.other ?? '', { date: date(other.at) })),
        createElement('blockquote', {}, other.text),
      ]),
    );
  }

  #save(): void {
    const text = printMarginNotes(this.#notes, this.#words.title ?? '', location.origin);
    const file = new Blob([text], { type: 'text/markdown' });
    download(`${siteId}-notes-${localDay(readClock())}.md`, file);
  }
}

function listAnnotated(): AnnotatedNote[] {
  return readNoteFacts().map(({ token, title, href, sections }) => ({
    token,
    title,
    href,
    sections: sections.map(([anchor, name, id = anchor]) => ({ id, anchor, title: name })),
  }));
}

customElements.define('study-margins', StudyMargins);
