/** Every page that the site makes itself, in every language. */
import site from 'virtual:study/site';
import type { FormerIds } from '../content/checklist.ts';
import { type GeneratedText, writeErrorList, writeErrorPage } from '../content/codes/error-page.ts';
import { CODES, type Code } from '../content/codes/table.ts';
import { ERRORS_PAGE, explainsCodes } from '../content/generated-page.ts';
import { DOCS } from '../content/page.ts';
import { writeDeckPages } from './deck-pages.ts';
import { writeExamplePages } from './example-pages.ts';
import { writeExercisePages } from './exercise-pages.ts';
import { writeInterviewPages } from './interview-pages.ts';
import { keepByFolder, WORDS } from './keep.ts';
import { writeOwnPages } from './own-pages.ts';
import { versionOfNames } from './page-names.ts';
import { writePicturePages } from './picture-pages.ts';
import { writeProjectPages } from './project-pages.ts';
import { writeResourcePages } from './resource-pages.ts';
import { writeRoadmapPages } from './roadmap-pages.ts';
import { writeTranslationPages } from './translation-pages.ts';

export interface GeneratedPage {
  /** Language included. */
  readonly path: string;
  readonly text: GeneratedText;
  /** Place among its siblings; without one, it comes after those that somebody wrote. */
  readonly order?: number;
  /** Whether readers find it; those for writers are not among their search results. */
  readonly pagefind?: boolean;
  readonly tableOfContents?: { readonly maxHeadingLevel: number } | false;
  readonly former?: FormerIds;
}

const ROADMAPS = 'content/roadmaps/';
const EXERCISES = 'content/exercises/';
const PROJECTS = 'content/projects/';
const INTERVIEWS = 'content/interviews/';
const DECKS = 'content/flashcards/';

/** The same objects as long as nothing has changed that they are made of; the codes are no content. */
const keepPages = keepByFolder<readonly GeneratedPage[]>();

export function writeGeneratedPages(): GeneratedPage[] {
  const sections = { tableOfContents: { maxHeadingLevel: 2 } };
  return [
    ...keepPages('codes', [], () => (explainsCodes(site) ? writeCodePages() : [])),
    ...keepPages('translations', [DOCS, WORDS], () => writeTranslationPages().map(([path, text]) => ({ path, text }))),
    ...keepPages('pictures', [DOCS, ROADMAPS, WORDS], () =>
      writePicturePages().map(([path, text]) => ({ path, text, tableOfContents: false as const })),
    ),
    ...keepPages('own', [DECKS, WORDS], writeOwnPages),
    ...keepPages('resources', ['content/resources.yaml', versionOfNames, WORDS], () =>
      writeResourcePages().map((page) => ({ ...page, order: 0, pagefind: true })),
    ),
    ...keepPages('examples', ['content/examples/', DOCS, WORDS], () =>
      writeExamplePages().map((page) => ({ ...page, order: 0, pagefind: true })),
    ),
    ...keepPages('roadmaps', [ROADMAPS, EXERCISES, PROJECTS, INTERVIEWS, versionOfNames, WORDS], () =>
      writeRoadmapPages().map((page) => ({ ...page, pagefind: true })),
    ),
    ...keepPages('exercises', [EXERCISES, WORDS], () => writeExercisePages().map((page) => ({ ...page, ...sections }))),
    ...keepPages('projects', [PROJECTS, versionOfNames, WORDS], () =>
      writeProjectPages().map((page) => ({ ...page, ...sections })),
    ),
    ...keepPages('interviews', [INTERVIEWS, 'content/questions/', WORDS], () =>
      writeInterviewPages().map((page) => ({ ...page, pagefind: true })),
    ),
    ...keepPages('decks', [DECKS, WORDS], writeDeckPages),
  ];
}

function writeCodePages(): GeneratedPage[] {
  const pages = (Object.keys(CODES) as Code[]).map((code) => ({
    path: `${ERRORS_PAGE}/${code}`,
    text: writeErrorPage(code),
  }));
  return [{ path: ERRORS_PAGE, text: writeErrorList() }, ...pages];
}
