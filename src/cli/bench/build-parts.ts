/** Real notes taken apart: what a note that is made is made of. */
import path from 'node:path';
import { isRecord, type Page } from '../../content/page.ts';

/** A heading of the second level with what follows it. */
export interface Part {
  /** `content/docs/django`: what its links and pictures are written from. */
  readonly folder: string;
  readonly lines: readonly string[];
  /** Of its headings and items. */
  readonly anchors: readonly string[];
  readonly kind: 'text' | 'checklist' | 'questions';
}

/** A real note: how it begins, how long it is, and its parts. */
export interface Source {
  readonly folder: string;
  readonly title: string;
  readonly frontmatter: string;
  readonly lead: readonly string[];
  readonly parts: readonly Part[];
}

const QUESTIONS = /<details class="(check|interview)"/;

/** Notes of the main language; those in MDX have components, which are not taken apart. */
export function readSources(pages: readonly Page[]): Source[] {
  return pages
    .filter(({ isNote, isDraft, place, file }) => isNote && !isDraft && place.locale === 'root' && file.endsWith('.md'))
    .map(takeApart)
    .filter(({ parts }) => parts.some(({ kind }) => kind === 'checklist'));
}

function takeApart({ document, yaml, file }: Page): Source {
  const { headings, items, lines, frontmatter = '' } = document;
  const folder = path.posix.dirname(file);
  const starts = headings.filter(({ depth }) => depth === 2).map(({ line }) => line - 1);
  const parts = starts.map((start, index): Part => {
    const end = starts[index + 1] ?? lines.length;
    const isHere = ({ line }: { readonly line: number }) => line > start && line <= end;
    const own = lines.slice(start, end);
    const ownItems = items.filter(isHere);
    return {
      folder,
      lines: own,
      anchors: [...headings, ...ownItems].filter(isHere).map(({ id }) => id),
      kind: ownItems.length > 0 ? 'checklist' : own.some((line) => QUESTIONS.test(line)) ? 'questions' : 'text',
    };
  });
  return {
    folder,
    title: isRecord(yaml.value) ? String(yaml.value.title) : '',
    frontmatter,
    lead: lines.slice(frontmatter.split('\n').length + 2, starts[0]),
    parts,
  };
}
