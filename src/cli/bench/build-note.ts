/** A note made of parts of real ones: as long as one of them, with as many blocks, links, items and questions. */
import path from 'node:path';
import { parse, stringify } from 'yaml';
import type { Part, Source } from './build-parts.ts';
import type { Chance } from './random.ts';

/** Where a note that is made stands among the others. */
export interface NotePlace {
  readonly id: string;
  readonly title: string;
  readonly order: number;
  /** Id of the one before it. */
  readonly requires: string | undefined;
  /** A note that a link of this one may lead to, as an id. */
  pickNote(): string;
}

export interface MadeNote {
  /** Ids of headings. */
  readonly anchors: readonly string[];
  /**
   * The file's text below a folder of `content/docs`, the language's or none.
   * @param further keys of its frontmatter
   */
  write(locale?: string, further?: Readonly<Record<string, unknown>>): string;
}

/** How often another part is tried where one has a heading that the note has already. */
const TRIES = 20;
const LINK = /\]\(([^)\s]+)\)/g;
/** What a comment begins with, by the language of a block. */
const COMMENTS: Readonly<Record<string, string>> = { python: '#', sql: '--', sh: '#', yaml: '#' };

export function makeNote(sources: readonly Source[], place: NotePlace, chance: Chance): MadeNote {
  const model = chance.pick(sources);
  const taken = new Set<string>();
  const parts = model.parts.flatMap(({ kind }) => pickPart(sources, kind, taken, chance));
  const anchors = parts.filter(({ kind }) => kind === 'text').flatMap((part) => part.anchors);
  // Links are chosen once, so that a translation has those of its original.
  const written = [{ folder: model.folder, lines: model.lead }, ...parts].map((part) => ({
    ...part,
    lines: mapText(signCode(part.lines, place.id), (line) =>
      line.replaceAll(LINK, (_, url) => `](${relink(String(url), anchors, place)})`),
    ),
  }));
  const frontmatter = createFrontmatter(model.frontmatter, place);
  return {
    anchors,
    write(locale, further = {}) {
      const own = path.posix.join('content/docs', locale ?? '', path.posix.dirname(place.id));
      const body = written.flatMap(({ folder, lines }) =>
        mapText(lines, (line) => line.replaceAll(LINK, (_, url) => `](${moveLink(String(url), folder, own)})`)),
      );
      return `---\n${stringify({ ...frontmatter, ...further })}---\n\n${body.join('\n').trim()}\n`;
    },
  };
}

/** A part of a kind none of whose headings is there yet. */
function pickPart(sources: readonly Source[], kind: Part['kind'], taken: Set<string>, chance: Chance): Part[] {
  for (let count = 0; count < TRIES; count += 1) {
    const [part] = chance.draw(
      chance.pick(sources).parts.filter((other) => other.kind === kind),
      1,
    );
    if (part === undefined || part.anchors.some((anchor) => taken.has(anchor))) continue;
    for (const anchor of part.anchors) taken.add(anchor);
    return [part];
  }
  return [];
}

/** Links between notes lead to notes that were made; those to a part of the page, to one that it has. */
function relink(url: string, anchors: readonly string[], place: NotePlace): string {
  if (url.startsWith('#')) return anchors.includes(url.slice(1)) ? url : `#${anchors[0]}`;
  return /^\.\.?\/.*\.mdx?(#|$)/.test(url) ? `note:${place.pickNote()}` : url;
}

/** A relative address, seen from another folder. */
function moveLink(url: string, from: string, to: string): string {
  if (url.startsWith('note:')) {
    const folder = path.posix.join(to, '..');
    const address = path.posix.relative(to, path.posix.join(folder, `${url.slice('note:'.length)}.md`));
    return address.startsWith('.') ? address : `./${address}`;
  }
  return url.startsWith('.') ? path.posix.relative(to, path.posix.join(from, url)) : url;
}

/** No other note has the same code, as none of a real site has, only its translations. */
function signCode(lines: readonly string[], id: string): string[] {
  return lines.flatMap((line) => {
    const [, indent = '', lang = '', meta = ''] = /^(\s*)`{3,}([a-z]+)(.*)$/.exec(line) ?? [];
    const comment = COMMENTS[lang];
    return comment === undefined || /\bexample\b/.test(meta) ? [line] : [line, `${indent}${comment} ${id}`];
  });
}

/** Changes lines outside of fences. */
function mapText(lines: readonly string[], change: (line: string) => string): string[] {
  let fence: string | undefined;
  return lines.map((line) => {
    const [, mark] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence === undefined && mark === undefined) return change(line);
    if (fence === undefined) fence = mark;
    else if (line.trim() === fence) fence = undefined;
    return line;
  });
}

function createFrontmatter(text: string, { id, title, order, requires }: NotePlace): Record<string, unknown> {
  const { leadsTo: _leadsTo, was: _was, wasItems: _wasItems, requires: _requires, ...data } = parse(text);
  return { ...data, id, title, order, ...(requires !== undefined && { requires: [requires] }) };
}
