/**
 * Checklists: Markdown task lists whose items a reader ticks.
 *
 * `- [ ] Explain why the GIL exists ^explain-gil` is an item; the word after `^` is its permanent id. Without one the
 * id is derived from the text, which is fine until the text is edited or translated. The key under which an item's
 * state is stored is `<note id>#<item id>`, the same in every language.
 */
import GithubSlugger from 'github-slugger';

/** An item of a checklist. `text` is plain; `isExplicit` says whether its id is written down. */
export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly isExplicit: boolean;
  readonly line: number;
  /** 1-based line on which the text ends, where its id belongs. */
  readonly endLine: number;
}

const BLOCK_ID = /\s+\^([a-z0-9]+(?:-[a-z0-9]+)*)\s*$/;

/**
 * Splits an item's text from its id.
 * @example splitBlockId('Explain it ^explain-it') // { text: 'Explain it', id: 'explain-it' }
 */
export function splitBlockId(text: string): { text: string; id: string | undefined } {
  const match = BLOCK_ID.exec(text);
  return match === null ? { text, id: undefined } : { text: text.slice(0, match.index), id: match[1] };
}

/** Gives ids to the items of one page, in order; equal texts without an id are told apart by a number. */
export class ItemIds {
  readonly #slugger = new GithubSlugger();

  next(text: string, explicit: string | undefined): string {
    return explicit ?? this.#slugger.slug(text);
  }
}

/** Key of an item in the reader's record. */
export function itemKey(noteId: string, itemId: string): string {
  return `${noteId}#${itemId}`;
}

/** Former ids of a page and of its items, as its frontmatter lists them. */
export interface FormerIds {
  readonly was?: readonly string[] | undefined;
  /** By present id; an id of another page has that page's in front, `other/page#item`. */
  readonly wasItems?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** Keys under which an item was ticked before it, or its page, was renamed. */
export function formerKeys(noteId: string, itemId: string, { was = [], wasItems = {} }: FormerIds): string[] {
  const items = [itemId, ...(wasItems[itemId] ?? [])];
  const keys = [noteId, ...was].flatMap((page) =>
    items.map((item) => (item.includes('#') ? item : itemKey(page, item))),
  );
  return [...new Set(keys)].filter((key) => key !== itemKey(noteId, itemId));
}
