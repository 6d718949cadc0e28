/**
 * Shows how much of the note was read: a bar, marks in both tables of contents, minutes left. What counts as read is in
 * domain/reading/reading-progress.ts.
 */
import { readReadSections, writeReadSections } from '../browser/read-sections.ts';
import { openStorage, siteId } from '../browser/study.ts';
import {
  isRead,
  minutesLeft,
  type ReadSection,
  type SeenPart,
  shareRead,
  spend,
} from '../domain/reading/reading-progress.ts';
import { createElement } from './element.ts';
import { fill } from './page-words.ts';

const BEAT = 1000;
/** Starlight's own name for the top of a page. */
const TOP = '_top';

/** A section as it stands on the page: from its heading to the next one. */
interface Place {
  readonly id: string;
  readonly start: Element;
  readonly end: Element | undefined;
}

export function watchReading(): void {
  const page = document.querySelector<HTMLElement>('[data-note]');
  const text = page?.querySelector('.sl-markdown-content');
  const words = document.querySelector<HTMLElement>('.study-tools')?.dataset;
  if (!page || !text || !words) return;
  if (text.querySelector('study-run') && !openStorage().getItem(`${siteId}:hints`)?.includes('run'))
    void import('./run-hint.ts').then(({ watchFirstBlock }) => watchFirstBlock());
  const { note = '' } = page.dataset;
  const minutes = Number(words.minutes);
  const places = listPlaces(text);
  const known = readReadSections(siteId, openStorage(), note);
  let sections: readonly ReadSection[] = places.map((place) => ({
    id: place.id,
    words: countWords(place),
    seconds: 0,
    isReached: false,
    wasRead: known.includes(place.id),
  }));
  const view = createView(words);
  const show = () => view.show(sections, minutesLeft(sections, minutes));
  show();
  setInterval(() => {
    if (document.hidden || !document.hasFocus()) return;
    const before = sections.filter(isRead).length;
    sections = spend(sections, places.flatMap(seePart), BEAT / 1000);
    const read = sections.filter(isRead).map(({ id }) => id);
    if (read.length === before) return;
    writeReadSections(siteId, openStorage(), note, read, Date.now());
    show();
  }, BEAT);
}

/** The parts that the table of contents names, and what stands before the first. */
function listPlaces(text: Element): Place[] {
  const headings = [...text.querySelectorAll('h2[id], h3[id]')];
  const first = text.firstElementChild;
  const starts = [...(first && !headings.includes(first) ? [first] : []), ...headings];
  return starts.map((start, index) => ({
    id: headings.includes(start) ? start.id : TOP,
    start,
    end: starts[index + 1],
  }));
}

function countWords({ start, end }: Place): number {
  const range = document.createRange();
  range.setStartBefore(start);
  const last = start.closest('.sl-markdown-content')?.lastElementChild;
  if (end) range.setEndBefore(end);
  else if (last) range.setEndAfter(last);
  return range.toString().split(/\s+/).length;
}

function seePart({ id, start, end }: Place): SeenPart[] {
  const top = start.getBoundingClientRect().top;
  const bottom =
    end?.getBoundingClientRect().top ?? start.closest('.sl-markdown-content')?.getBoundingClientRect().bottom ?? top;
  const share = (Math.min(bottom, innerHeight) - Math.max(top, 0)) / innerHeight;
  return share > 0 ? [{ id, share, isEnd: bottom <= innerHeight }] : [];
}

interface View {
  show(sections: readonly ReadSection[], minutes: number): void;
}

/** Takes its places where nothing moves for it: at the edge of the header, below a list, beside a name that gives way. */
function createView({ left = '', all = '', read = '' }: DOMStringMap): View {
  const { lang } = document.documentElement;
  const bar = createElement('div', { class: 'study-read-bar', 'aria-hidden': 'true' });
  const below = createElement('p', { class: 'study-read-left', lang });
  const beside = createElement('span', { class: 'study-read-left', lang });
  document.body.append(bar);
  document.querySelector('.contents-column nav')?.append(below);
  document.querySelector('.contents-bar summary')?.append(beside);
  return {
    show(sections, minutes) {
      bar.style.setProperty('--study-read', String(shareRead(sections)));
      const text = minutes === 0 ? all : fill(left, { count: String(minutes) });
      for (const place of [below, beside]) place.textContent = text;
      for (const { id } of sections.filter(isRead)) {
        for (const link of document.querySelectorAll(`.contents a[href="#${CSS.escape(id)}"]:not([data-read])`)) {
          link.setAttribute('data-read', '');
          link.append(createElement('span', { class: 'sr-only', lang }, ` (${read})`));
        }
      }
    },
  };
}
