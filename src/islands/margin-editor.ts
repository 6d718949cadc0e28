/** One note of the reader's, as they write it: saved a moment after the last key, and before the page is left. */
import { openDrafts } from '../browser/study.ts';
import { readMarginNote } from '../domain/reading/margin-note.ts';
import { createElement } from './element.ts';
import { fill, type Words } from './page-words.ts';

/** Milliseconds after the last key. */
const PAUSE = 400;

export interface MarginEditor {
  readonly element: HTMLElement;
  /** Text of the note as it is stored. */
  load(): Promise<void>;
  focus(): void;
}

/**
 * @param key as marginKey makes it
 * @param title of the section
 * @param onChange hears whether something is written there
 */
export function createMarginEditor(
  key: string,
  title: string,
  words: Words,
  onChange: (isWritten: boolean) => void,
): MarginEditor {
  const area = createElement('textarea', { rows: '4' });
  const status = createElement('p', { role: 'status' });
  const remove = createElement('button', { type: 'button' }, words.delete ?? '');
  const others = createElement('div', { class: 'study-margin-others' });
  const label = createElement('label', {}, fill(words.label ?? '', { section: title }), area);
  const actions = createElement('div', { class: 'study-margin-actions' }, remove, status);
  const element = createElement('div', { class: 'study-margin not-content' }, label, others, actions);
  element.lang = document.documentElement.lang;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWaiting = false;
  /** What was deleted last, for who did not mean to. */
  let deleted: string | undefined;

  const say = (word: string) => {
    status.textContent = words[word] ?? '';
  };
  const save = async (): Promise<void> => {
    clearTimeout(timer);
    if (!isWaiting) return;
    isWaiting = false;
    const text = area.value;
    const drafts = await openDrafts();
    const isSaved = await (text.trim() === '' ? drafts.remove(key) : drafts.write(key, text));
    say(isSaved ? 'saved' : 'notSaved');
    onChange(text.trim() !== '');
  };
  const change = () => {
    isWaiting = true;
    deleted = undefined;
    remove.textContent = words.delete ?? '';
    remove.disabled = area.value.trim() === '';
    clearTimeout(timer);
    timer = setTimeout(() => void save(), PAUSE);
  };
  area.addEventListener('input', change);
  area.addEventListener('change', () => void save());
  for (const event of ['visibilitychange', 'pagehide']) addEventListener(event, () => void save());
  remove.addEventListener('click', async () => {
    const text = area.value;
    area.value = deleted ?? '';
    change();
    await save();
    if (area.value !== '') return area.focus();
    deleted = text;
    remove.textContent = words.undo ?? '';
    remove.disabled = false;
    // It was disabled for a moment, which took the focus away.
    remove.focus();
    say('deleted');
  });

  return {
    element,
    async load() {
      const draft = await (await openDrafts()).read(key);
      const note = draft && readMarginNote(key, draft);
      // Who was quicker than the database has the word.
      if (!isWaiting) area.value = note?.text ?? '';
      remove.disabled = area.value === '';
      others.replaceChildren(
        ...(note?.others ?? []).map(({ text, at }) => {
          const append = createElement('button', { type: 'button' }, words.append ?? '');
          const date = new Date(at).toLocaleString(element.lang);
          const other = createElement(
            'div',
            {},
            createElement('p', {}, fill(words.other ?? '', { date })),
            createElement('blockquote', {}, text),
            append,
          );
          append.addEventListener('click', () => {
            area.value = [area.value.trimEnd(), text].filter(Boolean).join('\n\n');
            other.remove();
            change();
            area.focus();
          });
          return other;
        }),
      );
    },
    focus: () => area.focus(),
  };
}
