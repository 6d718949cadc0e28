/**
 * The preview of the page that a link leads to: after a moment on the link, gone with Escape, and staying while the pointer
 * is on it (WCAG 1.4.13). Nothing in it can be reached, since all that it holds is a text about the link.
 */
import { store } from '../browser/study.ts';
import { stateOfNote } from '../domain/reading/note-state.ts';
import { type PreviewFile, type PublishedPreview, readPreviewedLink } from '../domain/reading/preview-file.ts';
import { createElement } from './element.ts';

/** Milliseconds: shorter, and who crosses a link with the pointer sees it; longer, and it seems broken. */
const BEFORE = 350;
/** Time to cross the gap between link and preview. */
const AFTER = 250;
const GAP = 8;

const { previews = '', home = '/' } = document.getElementById('study-words')?.dataset ?? {};
const files = new Map<string, Promise<PreviewFile | undefined>>();
const box = createElement('div', { class: 'study-preview', id: 'study-preview', role: 'tooltip', popover: 'manual' });
box.lang = document.documentElement.lang;

let current: Element | undefined;
let showing: ReturnType<typeof setTimeout> | undefined;
let hiding: ReturnType<typeof setTimeout> | undefined;

/** Shows the preview of a link after a moment, if the reader is still on it and its page has one. */
export function previewLink(link: Element): void {
  if (link === current) return clearTimeout(hiding);
  // A link of a drawing has no address that is a string.
  const href = new URL(link.getAttribute('href') ?? '', document.baseURI);
  const target = readPreviewedLink(href, new URL(location.href), home);
  if (target === undefined) return;
  const file = load(target.folder);
  hide();
  current = link;
  link.addEventListener('pointerleave', leave);
  link.addEventListener('blur', leave);
  showing = setTimeout(async () => {
    const found = await file;
    const page = found?.pages[target.path];
    if (current !== link || !link.isConnected || found === undefined || page === undefined) return;
    fill(page, target.section, found.words);
    show(link);
  }, BEFORE);
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

function fill(page: PublishedPreview, section: string, words: PreviewFile['words']): void {
  const { title, description, minutes, level, items, sections, lang } = page;
  const state = items && stateOfNote(items, store.study.get().ticks);
  const facts = [
    level,
    minutes === undefined ? undefined : words.minutes.replace('{count}', String(minutes)),
    state && words[state],
  ].filter((fact) => fact !== undefined);
  const part = sections?.[section];
  box.replaceChildren(
    createElement('strong', lang ? { lang } : {}, part === undefined ? title : `${title} › ${part}`),
    createElement('span', lang ? { lang } : {}, description),
    ...(facts.length > 0 ? [createElement('span', { class: 'study-preview-facts' }, facts.join(' · '))] : []),
  );
}

function show(link: Element): void {
  if (!box.isConnected) document.querySelector('main')?.append(box);
  box.showPopover();
  link.setAttribute('aria-describedby', box.id);
  const { left, top, bottom } = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const isAbove = bottom + GAP + height > innerHeight && top - GAP - height > 0;
  box.style.left = `${Math.max(GAP, Math.min(left, document.documentElement.clientWidth - width - GAP))}px`;
  box.style.top = `${isAbove ? top - GAP - height : bottom + GAP}px`;
}

function leave(): void {
  clearTimeout(hiding);
  hiding = setTimeout(hide, AFTER);
}

function hide(): void {
  clearTimeout(showing);
  clearTimeout(hiding);
  if (current === undefined) return;
  current.removeEventListener('pointerleave', leave);
  current.removeEventListener('blur', leave);
  current.removeAttribute('aria-describedby');
  current = undefined;
  if (box.isConnected) box.hidePopover();
}

box.addEventListener('pointerenter', () => clearTimeout(hiding));
box.addEventListener('pointerleave', leave);
// What is fixed to the screen would stay behind; who scrolls reads on.
addEventListener('scroll', hide, { passive: true });
addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'Escape' || !box.matches(':popover-open')) return;
    // It closes this, and not what lies below it too.
    event.stopPropagation();
    hide();
  },
  { capture: true },
);
