/**
 * The sections of a page and a hash of each, by which a translation tells what has changed since it was made.
 *
 * A section is a heading with what follows it up to the next heading of any depth. What stands before the first one,
 * with title and description, is the section `_top`. The hash is of the text with its white space evened out, so that
 * line ends and blank lines are no change.
 */
import { createHash } from 'node:crypto';
import { isRecord, type Page } from './page.ts';

export interface Section {
  /** Id of the heading, or `_top`. */
  readonly id: string;
  /** Text of the heading; the page's title for `_top`. */
  readonly title: string;
  /** Eight hexadecimal digits. */
  readonly hash: string;
}

/** Starlight's own name for the top of a page. */
export const TOP = '_top';

/** A page that has not changed is hashed once: its previews, its twin and its page in each language ask. */
const listed = new WeakMap<Page, readonly Section[]>();

export function listSections(page: Page): readonly Section[] {
  const sections = listed.get(page) ?? hashSections(page);
  listed.set(page, sections);
  return sections;
}

function hashSections({ document, yaml }: Page): Section[] {
  const data = isRecord(yaml.value) ? yaml.value : {};
  const { headings, lines, frontmatter } = document;
  const body =
    frontmatter === undefined ? 0 : lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---') + 1;
  const starts = [body, ...headings.map(({ line }) => line - 1)];
  const textOf = (index: number) => lines.slice(starts[index], starts[index + 1]).join('\n');
  const title = String(data.title ?? '');
  return [
    { id: TOP, title, hash: hashText([title, data.description, textOf(0)].join('\n')) },
    ...headings.map(({ id, text }, index) => ({ id, title: text, hash: hashText(textOf(index + 1)) })),
  ];
}

/** Eight hexadecimal digits of a text, whatever its white space. */
export function hashText(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 8);
}
