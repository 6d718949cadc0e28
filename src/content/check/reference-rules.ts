/** What data files and cards name: pages and parts of them, exercises, projects, interviews. All of it must exist. */
import type { Code } from '../codes/table.ts';
import type { DataPath } from '../data/yaml-text.ts';
import { type DataFile, type DataText, listTexts } from '../data-file.ts';
import { listAnchors } from '../link.ts';
import { findNearest } from '../nearest.ts';
import type { Page } from '../page.ts';
import type { Problem } from '../problem.ts';
import { isReadable } from './page-rules.ts';

/** Keys whose texts are references, and to what. */
const KEYS: Readonly<Record<string, 'page' | 'exercise' | 'project' | 'interview'>> = {
  note: 'page',
  notes: 'page',
  requires: 'page',
  exercise: 'exercise',
  project: 'project',
  interview: 'interview',
};

/** What there is to refer to. */
export class Catalog {
  readonly #pages: ReadonlyMap<string, Page>;
  readonly #ids: ReadonlyMap<string, readonly string[]>;

  constructor(pages: readonly Page[], dataFiles: readonly DataFile[]) {
    const originals = pages.filter(({ place }) => place.locale === 'root');
    this.#pages = new Map(originals.map((page) => [page.id.id, page]));
    this.#ids = Map.groupBy(dataFiles, ({ kind }) => kind)
      .entries()
      .reduce((ids, [kind, files]) => ids.set(kind, files.flatMap(listTopIds)), new Map<string, readonly string[]>());
  }

  /** Why a reference to a page, or `page#part`, leads nowhere; `undefined` where it leads somewhere. */
  refusePage(reference: string): { message: string; hint: string } | undefined {
    const [id = '', part] = reference.split('#');
    const page = this.#pages.get(id);
    if (page === undefined) {
      return {
        message: `there is no page with the id "${id}"`,
        hint: suggest(findNearest(id, [...this.#pages.keys()])),
      };
    }
    const anchors = listAnchors(page.document);
    if (part === undefined || anchors.includes(part) || !isKnown(page)) return undefined;
    const [nearest, all] = [findNearest(part, anchors), anchors].map((ids) => ids.map((anchor) => `${id}#${anchor}`));
    const hint = nearest?.length ? suggest(nearest) : `it has ${all?.join(', ') || 'none: name the page as a whole'}`;
    return { message: `the page "${id}" has no heading or item "#${part}"`, hint };
  }

  /** The same for what stands in a data file of its own. */
  refuse(kind: string, id: string): { message: string; hint: string } | undefined {
    const ids = this.#ids.get(kind) ?? [];
    if (ids.includes(id)) return undefined;
    return { message: `there is no ${kind} with the id "${id}"`, hint: suggest(findNearest(id, ids)) };
  }
}

/** Checks what a data file names. */
export function checkReferences({ kind, path, yaml }: DataFile, catalog: Catalog): Problem[] {
  const references = listTexts(yaml.value, (key) => Object.hasOwn(KEYS, key));
  const at = (place: DataPath, code: Code, message: string, hint: string): Problem => ({
    file: path,
    ...yaml.positionOf(place),
    code,
    message,
    hint,
  });
  return references.flatMap((reference, index): Problem[] => {
    const target = KEYS[keyOf(reference)] ?? 'page';
    const refusal = target === 'page' ? catalog.refusePage(reference.text) : catalog.refuse(target, reference.text);
    if (refusal !== undefined) return [at(reference.path, 'reference-unknown', refusal.message, refusal.hint)];
    if (!isRepeated(kind, references, index)) return [];
    const message = `${target} "${reference.text}" is named a second time`;
    const orPart = target === 'page' ? ', or name the part that is meant: page#part' : '';
    return [at(reference.path, 'reference-repeated', message, `take one of the two out${orPart}`)];
  });
}

/** A roadmap names a thing once as a whole; elsewhere only the same list may not repeat itself. */
function isRepeated(kind: string, references: readonly DataText[], index: number): boolean {
  const own = references[index];
  const scope = (text: DataText) => (kind === 'roadmap' ? keyOf(text) : text.path.slice(0, -1).join('/'));
  return references
    .slice(0, index)
    .some((other) => own !== undefined && other.text === own.text && scope(other) === scope(own));
}

function keyOf({ path }: DataText): string {
  return path.findLast((step) => typeof step === 'string') ?? '';
}

/** Whether the parts of a page are known: a file that cannot be read has some that nobody sees. */
function isKnown(page: Page): boolean {
  return isReadable(page) && page.document.syntaxProblem === undefined;
}

/** The id of a file, or those of its entries where it is a list. */
function listTopIds({ yaml }: DataFile): string[] {
  return listTexts(yaml.value, (key) => key === 'id')
    .filter(({ path }) => path.length === 1)
    .map(({ text }) => text);
}

function suggest(candidates: readonly string[]): string {
  return candidates.length === 0 ? 'name one that is there' : `did you mean ${candidates.join(', ')}?`;
}
