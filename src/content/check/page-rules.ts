/** What every page must be: readable, with an id, with words for its pictures, and led to by an overview. */
import { DOCS, isRecord, type Page } from '../page.ts';
import { areaOf } from '../place.ts';
import { type Problem, START } from '../problem.ts';
import { explainMdx } from './mdx-problem.ts';

/** What a note must say of itself, as it is written. */
const NOTE_FIELDS: Readonly<Record<string, string>> = {
  description: 'description: What the reader learns.',
  minutes: 'minutes: 25',
  verified: 'verified: { date: 2026-11-24, versions: [CPython 3.14] }',
  sources: 'sources: [{ title: …, url: …, supports: … }]',
};

/** Checks all pages of a site. */
export function checkPages(pages: readonly Page[]): Problem[] {
  const originals = new Map(
    pages.filter(({ place }) => place.locale === 'root').map((page) => [page.place.path, page]),
  );
  return pages
    .filter(isReadable)
    .flatMap((page) => [
      ...findSyntaxProblem(page),
      ...(isOpen(page)
        ? [describeOpen(page)]
        : [
            ...page.frontmatter.problems.map((problem) => ({ file: page.file, ...problem })),
            ...findMissingId(page, originals.get(page.place.path)),
          ]),
      ...findMissingFields(page),
      ...findMissingOverview(page, originals),
      ...findSilentPictures(page),
      ...findForeignPictures(page),
    ]);
}

/** Of a file that could not be read, nothing else is said. */
export function isReadable({ source }: Page): boolean {
  return source.problems.length === 0 && source.text.trim() !== '';
}

function findSyntaxProblem({ file, document }: Page): Problem[] {
  if (document.syntaxProblem === undefined) return [];
  return [{ file, code: 'mdx-syntax', ...document.syntaxProblem, ...explainMdx(document.syntaxProblem) }];
}

/** Whether the frontmatter begins and never ends, so that all of the file is text. */
function isOpen({ document }: Page): boolean {
  return document.frontmatter === undefined && document.lines[0]?.trimEnd() === '---';
}

function describeOpen({ file }: Page): Problem {
  const hint = 'write a second line of three dashes after its last key';
  return { file, ...START, code: 'yaml-syntax', message: 'the frontmatter begins here and never ends', hint };
}

/** Where the frontmatter cannot be read, its id may be there. */
function findMissingId({ file, id, yaml, document }: Page, original: Page | undefined): Problem[] {
  const data = yaml.value ?? {};
  if (!isRecord(data) || data.id !== undefined || yaml.problems.length > 0) return [];
  const wanted = original?.id.id || id.id || 'home';
  const hint =
    document.frontmatter === undefined
      ? `begin the file with a line ---, a line id: ${wanted}, a line title: … and a second line ---`
      : `add id: ${wanted} between the dashes, or run npm run ids`;
  return [{ file, ...START, code: 'id-missing', message: 'this page has no id', hint }];
}

/** A page with a level is a note, and its reader wants to know what it is, how long it takes and what it rests on. */
function findMissingFields({ file, isNote, yaml }: Page): Problem[] {
  const data = isRecord(yaml.value) ? yaml.value : {};
  if (!isNote) return [];
  return Object.entries(NOTE_FIELDS)
    .filter(([field]) => data[field] === undefined)
    .map(([field, example]) => {
      const hint = `a page with a level is a note and needs it, such as ${example}`;
      return { file, ...yaml.positionOfKey([], 'level'), code: 'key-missing', message: `${field} is missing`, hint };
    });
}

/** The sidebar and the home page list areas by their overview, so a note without one is led to by nothing. */
function findMissingOverview(page: Page, originals: ReadonlyMap<string, Page>): Problem[] {
  const { file, place, isNote, isDraft } = page;
  const area = areaOf(place.path);
  const isTranslation = place.locale !== 'root' && originals.has(place.path);
  if (!isNote || area === undefined || isTranslation) return [];
  const at = (message: string, hint: string): Problem[] => [{ file, ...START, code: 'area-overview', message, hint }];
  const overview = originals.get(area);
  if (overview === undefined) {
    return at('the area of this note has no overview, so no page leads to it', `write ${DOCS}${area}/index.md`);
  }
  if (overview.isDraft && !isDraft) {
    const message = `${overview.file}, the overview of this area, is a draft, so no page leads to this note`;
    return at(message, 'publish the overview, or make this note a draft too');
  }
  const isListed = place.path !== area || [...originals.keys()].some((path) => path.startsWith(`${area}/`));
  if (isListed) return [];
  const hint = `move it into the folder of an area: ${DOCS}<area>/${area}.md`;
  return at('this note lies in no area, so no page leads to it', hint);
}

function findSilentPictures({ file, document }: Page): Problem[] {
  return document.silentPictures.map((position) => {
    const isDiagram = document.fences.some(({ line }) => line === position.line);
    const hint = isDiagram
      ? 'say what it shows in the first line of the fence: %% alt: …'
      : 'say what it shows between the brackets: ![words](./picture.svg)';
    const message = 'this picture says nothing to those who do not see it';
    return { file, ...position, code: 'picture-words', message, hint };
  });
}

/** What the content policy of the published pages does not let a browser load. */
function findForeignPictures({ file, document }: Page): Problem[] {
  return document.links
    .filter(({ kind, url }) => kind === 'image' && /^(https?:)?\/\//i.test(url))
    .map(({ url, line, column }) => {
      const message = `the picture ${url} comes from another site, which readers are not shown`;
      const hint = 'put it beside the page, ![words](./picture.png), or link to it: [words](https://…)';
      return { file, line, column, code: 'picture-foreign', message, hint };
    });
}
