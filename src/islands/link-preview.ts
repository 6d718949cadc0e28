/** The preview of the page that a link leads to, in a box beside it. */
import { store } from '../browser/study.ts';
import { stateOfNote } from '../domain/reading/note-state.ts';
import { type PreviewFile, type PublishedPreview, readPreviewedLink } from '../domain/reading/preview-file.ts';
import { createElement } from './element.ts';
import { createHoverBox } from './hover-box.ts';

const { previews = '', home = '/' } = document.getElementById('study-words')?.dataset ?? {};
const files = new Map<string, Promise<PreviewFile | undefined>>();
const box = createHoverBox('study-preview');

/** Shows the preview of a link after a moment, if the reader is still on it and its page has one. */
export function previewLink(link: Element): void {
  // A link of a drawing has no address that is a string.
  const href = new URL(link.getAttribute('href') ?? '', document.baseURI);
  const target = readPreviewedLink(href, new URL(location.href), home);
  if (target === undefined) return;
  const file = load(target.folder);
  box.rest(link, async () => {
    const found = await file;
    const page = found?.pages[target.path];
    return found && page && summarize(page, target.section, found.words);
  });
}

function load(folder: string): Promise<PreviewFile | undefined> {
  const known = files.get(folder);
  if (known !== undefined) return known;
  const file = fetch(`${previews}${folder}.json`)
    .then((response) => (response.ok ? (response.json() as Promise<PreviewFile>) : undefined))
    // Without a network and without a copy there is no preview, and the link works as ever.
    .catch(() => undefined);
  files.set(folder, file);
  return file;
}

function summarize(page: PublishedPreview, section: string, words: PreviewFile['words']): HTMLElement[] {
  const { title, description, minutes, level, items, sections, lang } = page;
  const state = items && stateOfNote(items, store.study.get().ticks);
  const facts = [
    level,
    minutes === undefined ? undefined : words.minutes.replace('{count}', String(minutes)),
    state && words[state],
  ].filter((fact) => fact !== undefined);
  const part = sections?.[section];
  return [
    createElement('strong', lang ? { lang } : {}, part === undefined ? title : `${title} › ${part}`),
    createElement('span', lang ? { lang } : {}, description),
    ...(facts.length > 0 ? [createElement('span', { class: 'study-preview-facts' }, facts.join(' · '))] : []),
  ];
}
