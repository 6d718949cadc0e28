/** Obsidian's links, `[[Note#Heading|words]]`, and what it shows in place, `![[picture.png|300]]`. */

export interface WikiLink {
  /** The note or file as it is named; empty for a part of the same note. */
  readonly target: string;
  /** Of `#One#Two` the last. */
  readonly heading: string | undefined;
  /** Without its `^`. */
  readonly block: string | undefined;
  readonly words: string | undefined;
  /** Width in pixels, and height where it is said: `300`, `300x200`. */
  readonly size: string | undefined;
}

/** A pipe within a table has a backslash. */
export const WIKI_LINK = /(!?)\[\[([^[\]\n]+)\]\]/g;
const SIZE = /^\d+(?:x\d+)?$/;

/** @param inside what stands between the brackets */
export function parseWikiLink(inside: string): WikiLink {
  const [named = '', ...rest] = inside.split(/\\?\|/).map((part) => part.trim());
  const [target = '', ...parts] = named.split('#').map((part) => part.trim());
  const part = parts.at(-1) || undefined;
  const size = rest.find((word) => SIZE.test(word));
  const words = rest.filter((word) => word !== '' && word !== size).join(' | ');
  const isBlock = part?.startsWith('^') ?? false;
  return {
    target,
    heading: isBlock ? undefined : part,
    block: isBlock ? part?.slice(1) : undefined,
    words: words === '' ? undefined : words,
    size,
  };
}

/** What Obsidian shows for a link: its words, or its name and part. */
export function nameWikiLink({ target, heading, words }: WikiLink): string {
  const name = target.slice(target.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  return words ?? [name, heading].filter((part) => part !== undefined && part !== '').join(' > ');
}

/** A text with the words of its links in their place. */
export function readWikiWords(text: string): string {
  return text.replace(WIKI_LINK, (whole, _, inside: string) => nameWikiLink(parseWikiLink(inside)) || whole);
}
