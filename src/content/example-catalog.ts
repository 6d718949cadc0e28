/** The programs of `content/examples`: what each is about, what it needs, and which notes show it. */
import { EXAMPLES, listBeside, listExamples, parseReference } from './example.ts';
import { type Fence, isCode } from './fence.ts';
import type { ContentFiles } from './files/content-files.ts';
import { listBelow } from './files/list-index.ts';
import type { Page } from './page.ts';

export interface Program {
  /** Relative to `content/examples`: `async-patterns/asyncio_basics.py`. */
  readonly path: string;
  /** Its folder, which is downloaded as a whole. */
  readonly group: string;
  /** The first paragraph of its docstring. */
  readonly summary: string;
  /** Servers and systems, as `needs=` names them. */
  readonly needs: readonly string[];
  /** The parts of notes that show it or import it, each once. */
  readonly places: readonly ShowingPlace[];
}

/** A page by its id, and the heading that the program stands under. */
export interface ShowingPlace {
  readonly page: string;
  readonly anchor: string | undefined;
}

/** What can be run as it is; modules that only others import are no programs, nor are tests. */
const MAIN = /^if __name__ == ["']__main__["']:/m;
const TEST = /(^|\/)(test_[^/]*|conftest)\.py$/;
const DOCSTRING = /^"""([\s\S]*?)"""/;

/** Every program, by path. @param pages those of the main language */
export function listPrograms(files: ContentFiles, pages: readonly Page[]): Program[] {
  const uses = pages.flatMap(listUses);
  return listExamples(files)
    .filter((path) => !TEST.test(path) && MAIN.test(files.read(EXAMPLES + path).text))
    .sort()
    .map((path) => {
      const own = uses.filter((use) => use.path === path);
      const places = new Map(own.map(({ page, anchor }) => [`${page}#${anchor}`, { page, anchor }]));
      return {
        path,
        group: path.slice(0, path.lastIndexOf('/')),
        summary: readSummary(files.read(EXAMPLES + path).text),
        needs: [...new Set(own.flatMap(({ needs }) => needs))].sort(),
        places: [...places.values()],
      };
    });
}

/** Files of a group, tests included, as paths below `content/examples`. */
export function listGroupFiles(files: ContentFiles, group: string): string[] {
  return listBelow(files, `${EXAMPLES}${group}/`).map((name) => `${group}/${name}`);
}

interface Use extends ShowingPlace {
  readonly path: string;
  readonly needs: readonly string[];
}

function listUses({ id, document }: Page): Use[] {
  return document.fences.filter(isCode).flatMap((fence) => {
    const above = document.headings.findLast(({ line, depth }) => line < fence.line && depth > 1);
    const needs = fence.meta.values.get('needs')?.split(',') ?? [];
    return listNamed(fence).map((path) => ({ path, needs, page: id.id, anchor: above?.id }));
  });
}

/** What a fence shows and what its code imports. */
function listNamed({ meta }: Fence): string[] {
  const [shown, beside] = [meta.values.get('example'), meta.values.get('with')];
  return [...(shown ? [parseReference(shown).path] : []), ...(beside ? listBeside(beside) : [])];
}

function readSummary(source: string): string {
  const [, docstring = ''] = DOCSTRING.exec(source) ?? [];
  return (docstring.trim().split(/\n\s*\n/)[0] ?? '').replace(/\s+/g, ' ');
}
