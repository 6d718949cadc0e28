/**
 * The reader's own notes beside the sections of a note: a mark at each heading that has one, and with "Your notes" a way
 * to write at all of them.
 */
import { readAnnotated, writeAnnotated } from '../browser/annotated.ts';
import { openDrafts, openStorage, siteId } from '../browser/study.ts';
import { keysOfItem } from '../domain/item-token.ts';
import { marginKey, marginPrefix, readMarginNote } from '../domain/reading/margin-note.ts';
import { createElement } from './element.ts';
import { createMarginEditor, type MarginEditor } from './margin-editor.ts';
import { fill, readData, type Words } from './page-words.ts';

/** Starlight's own name for the top of a page. */
const TOP = '_top';

interface Margin {
  readonly section: string;
  readonly title: string;
  readonly button: HTMLButtonElement;
  /** After what the note is put. */
  readonly anchor: Element;
  /** Key under which it is kept, of the note's former ids too. */
  key: string;
  editor?: MarginEditor;
}

const tools = document.querySelector<HTMLElement>('.study-tools');
const page = document.querySelector<HTMLElement>('[data-note]');
const ids = keysOfItem(tools?.dataset.token ?? '');
const [id] = ids;
const words: Words = tools ? readData(tools) : {};
const margins = listMargins();
const written = new Set<Margin>();
let isOpen = false;

/** Shows where the reader has written, or after a click, where they can. */
export async function showMargins(isToggled: boolean): Promise<void> {
  loading ??= load();
  await loading;
  if (!isToggled) return;
  isOpen = !isOpen;
  tools?.querySelector('[data-tool=notes]')?.setAttribute('aria-pressed', String(isOpen));
  for (const margin of margins) {
    show(margin);
    if (isOpen && written.has(margin)) await open(margin);
    else if (!isOpen) close(margin);
  }
  if (isOpen && written.size === 0 && margins[0]) {
    await open(margins[0]);
    margins[0].editor?.focus();
  }
}

let loading: Promise<void> | undefined;

async function load(): Promise<void> {
  const drafts = await openDrafts();
  const found = (await Promise.all(ids.map((id) => drafts.list(marginPrefix(id))))).flat();
  for (const draft of found.reverse()) {
    const note = readMarginNote(draft.key, draft);
    const margin = margins.find(({ section }) => section === note?.section);
    if (margin === undefined) continue;
    margin.key = draft.key;
    written.add(margin);
  }
  margins.forEach(show);
}

function listMargins(): Margin[] {
  const headings = [...(page?.querySelectorAll('.sl-markdown-content .sl-heading-wrapper > [id]') ?? [])];
  const originals = tools?.dataset.sections?.split(' ');
  const top = document.querySelector('h1')?.textContent?.trim() ?? '';
  return [
    ...(tools ? [createMargin(TOP, top, tools)] : []),
    ...headings.map((heading, index) =>
      createMargin(
        originals?.[index] ?? heading.id,
        heading.textContent?.trim() ?? '',
        heading.parentElement ?? heading,
      ),
    ),
  ];
}

function createMargin(section: string, title: string, anchor: Element): Margin {
  const label = fill(words.label ?? '', { section: title });
  const button = createElement('button', {
    type: 'button',
    class: 'study-margin-open',
    'aria-label': label,
    title: label,
    'aria-expanded': 'false',
    hidden: '',
  });
  button.lang = document.documentElement.lang;
  const margin: Margin = { section, title, button, anchor, key: marginKey(id, section) };
  button.addEventListener('click', async () => {
    if (margin.editor?.element.isConnected) return close(margin);
    await open(margin);
    margin.editor?.focus();
  });
  // At the top the tools themselves are the way to it.
  if (section !== TOP) anchor.append(button);
  return margin;
}

function show(margin: Margin): void {
  margin.button.hidden = !isOpen && !written.has(margin) && !margin.editor?.element.isConnected;
  margin.button.toggleAttribute('data-written', written.has(margin));
}

async function open(margin: Margin): Promise<void> {
  margin.editor ??= createMarginEditor(margin.key, margin.title, words, (isWritten) => {
    if (isWritten) written.add(margin);
    else written.delete(margin);
    show(margin);
    const others = readAnnotated(siteId, openStorage()).filter((note) => note !== id);
    writeAnnotated(siteId, openStorage(), written.size > 0 ? [...others, id] : others);
  });
  margin.anchor.after(margin.editor.element);
  margin.button.setAttribute('aria-expanded', 'true');
  await margin.editor.load();
}

function close(margin: Margin): void {
  margin.editor?.element.remove();
  margin.button.setAttribute('aria-expanded', 'false');
  show(margin);
}
