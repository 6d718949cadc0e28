/**
 * What a reader wrote beside a section of a note. Each is a draft (domain/draft.ts) under `margin:<note id>#<section id>`,
 * by which it is in the log's database, in every backup, and merged without loss: of two versions from two devices the
 * later one is shown, with the other below it.
 *
 * The section is named by its id in the main language, so that a note written beside a translation stands beside the
 * original too; `_top` is what stands before the first heading.
 */
import type { Draft } from '../draft.ts';
import { keysOfItem } from '../item-token.ts';

const PREFIX = 'margin:';

export interface MarginNote {
  /** Id of the note, and of its section. */
  readonly note: string;
  readonly section: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What else was written there elsewhere, and is not in the text. */
  readonly others: readonly { readonly text: string; readonly at: number }[];
}

/** Where a note of the reader's is kept. */
export function marginKey(note: string, section: string): string {
  return `${PREFIX}${note}#${section}`;
}

/** Keys of all that was written beside a note begin with this; without a note, of all there is. */
export function marginPrefix(note?: string): string {
  return note === undefined ? PREFIX : `${PREFIX}${note}#`;
}

/**
 * A draft as a note of the reader's; `undefined` where it is none, or nothing is left of it.
 * @param key as `marginKey` makes it
 */
export function readMarginNote(key: string, { code, at, earlier }: Draft): MarginNote | undefined {
  const place = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : '';
  const end = place.indexOf('#');
  if (end === -1) return undefined;
  const others = earlier.flatMap(({ code: text, at }) =>
    text === null || text.trim() === '' || code?.includes(text.trim()) ? [] : [{ text, at }],
  );
  if ((code ?? '').trim() === '' && others.length === 0) return undefined;
  return { note: place.slice(0, end), section: place.slice(end + 1), text: code ?? '', at, others };
}

/** The note as a reader of the site knows it. */
export interface AnnotatedNote {
  /** Its id and those that it had. */
  readonly token: string;
  readonly title: string;
  readonly href: string;
  /** In order: ids in the main language and in the reader's, and what it is called. */
  readonly sections: readonly { readonly id: string; readonly anchor: string; readonly title: string }[];
}

export interface PlacedMarginNote extends MarginNote {
  /** `undefined` where the site has the note no more. */
  readonly page: AnnotatedNote | undefined;
  /** `undefined` where the note has no such section any more. */
  readonly part: AnnotatedNote['sections'][number] | undefined;
}

/** In the order of the notes and their sections; what has lost its place comes last. */
export function placeMarginNotes(
  notes: readonly MarginNote[],
  pages: readonly AnnotatedNote[],
): readonly PlacedMarginNote[] {
  const placed = notes.map((note) => {
    const page = pages.find(({ token }) => keysOfItem(token).includes(note.note));
    return { ...note, page, part: page?.sections.find(({ id }) => id === note.section) };
  });
  const rank = ({ page, part }: PlacedMarginNote): [number, number] => [
    page ? pages.indexOf(page) : pages.length,
    page && part ? page.sections.indexOf(part) : Number.MAX_SAFE_INTEGER,
  ];
  return placed.toSorted((a, b) => {
    const [[pageA, partA], [pageB, partB]] = [rank(a), rank(b)];
    return pageA - pageB || partA - partB || a.at - b.at;
  });
}

/**
 * All notes as one Markdown text, with the addresses of what they are about.
 * @param origin of the site, before the addresses of its pages
 */
export function printMarginNotes(notes: readonly PlacedMarginNote[], title: string, origin: string): string {
  const lines = [`# ${title}`];
  let last: string | undefined;
  for (const { note, section, text, others, page, part } of notes) {
    const name = page?.title ?? note;
    if (name !== last) lines.push(page ? `## [${name}](${origin}${page.href})` : `## ${name}`);
    last = name;
    const heading = part?.title ?? section;
    lines.push(page && part ? `### [${heading}](${origin}${page.href}#${part.anchor})` : `### ${heading}`);
    lines.push(...[text, ...others.map((other) => other.text)].map((one) => one.trim()).filter(Boolean));
  }
  return `${lines.join('\n\n')}\n`;
}
