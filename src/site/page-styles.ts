/**
 * Styles that few pages need. Astro bundles all that the one route of the site imports, on every page of it, so these are
 * files of their own, and a page links those that its kind, its path or its text asks for: see decision 032.
 */
import { NOT_SAVED_PAGE, OFFLINE_PAGE } from '../browser/offline/manifest.ts';
import { EXAMPLES_PAGE } from '../content/example-page.ts';
import { EXERCISES } from '../content/exercise/path.ts';
import { PICTURES_PAGE } from '../content/generated-page.ts';
import { INTERVIEWS, QUESTIONS } from '../content/interview-path.ts';
import { PROJECTS } from '../content/project/path.ts';
import card from '../styles/card.css?url&no-inline';
import code from '../styles/code.css?url&no-inline';
import control from '../styles/control.css?url&no-inline';
import exercise from '../styles/exercise.css?url&no-inline';
import flashcard from '../styles/flashcard.css?url&no-inline';
import home from '../styles/home.css?url&no-inline';
import interview from '../styles/interview.css?url&no-inline';
import lanes from '../styles/lanes.css?url&no-inline';
import offline from '../styles/offline.css?url&no-inline';
import outline from '../styles/outline.css?url&no-inline';
import picture from '../styles/picture.css?url&no-inline';
import plan from '../styles/plan.css?url&no-inline';
import playground from '../styles/playground.css?url&no-inline';
import progress from '../styles/progress.css?url&no-inline';
import project from '../styles/project.css?url&no-inline';
import recorder from '../styles/recorder.css?url&no-inline';
import resource from '../styles/resource.css?url&no-inline';
import review from '../styles/review.css?url&no-inline';
import roadmap from '../styles/roadmap.css?url&no-inline';
import sheet from '../styles/sheet.css?url&no-inline';
import sqlResult from '../styles/sql-result.css?url&no-inline';
import standing from '../styles/standing.css?url&no-inline';
import timeline from '../styles/timeline.css?url&no-inline';
import { FLASHCARDS_PAGE } from './deck-path.ts';
import { PLAYGROUND, PROGRESS, REVIEW } from './own-pages.ts';
import type { CurrentPage, PageKind } from './page.ts';

type Sheets = readonly string[];

/** What notes and guides have nothing of: lists of pages, fields and buttons. */
const OF_MOST = [card, control];
const WITHOUT: readonly PageKind[] = ['note', 'guide'];

/** What stands later wins where two are equal. */
const OF_KIND: Partial<Record<PageKind, Sheets>> = {
  home: [timeline, progress, standing, home],
  area: [flashcard, progress],
  roadmap: [roadmap, plan, project, progress],
  exercise: [exercise, sqlResult],
  project: [exercise, project],
  // The coding question is an exercise, taken from its own page.
  interview: [exercise, interview, sqlResult, recorder],
  deck: [flashcard],
  resources: [resource],
};

const OF_PATH: Readonly<Record<string, Sheets>> = {
  [EXERCISES]: [exercise, resource],
  [PROJECTS]: [exercise, project, resource, progress],
  [EXAMPLES_PAGE]: [resource],
  [INTERVIEWS]: [interview, recorder],
  [QUESTIONS]: [card, control, interview, resource],
  [FLASHCARDS_PAGE]: [flashcard, resource],
  [PLAYGROUND]: [playground, sqlResult],
  [PROGRESS]: [offline, exercise, project, interview, progress, recorder, standing, review],
  [REVIEW]: [flashcard, progress, standing, review],
  [OFFLINE_PAGE]: [offline, progress],
  [NOT_SAVED_PAGE]: [offline],
  [PICTURES_PAGE]: [picture, roadmap, timeline, sheet],
};

/** Figures that any text may hold, by what their markup begins with. */
const OF_TEXT = [
  ['class="expressive-code', code],
  ['<study-lanes', lanes],
  ['<study-picture', picture],
  ['class="study-outline', outline],
  ['class="study-timeline', timeline],
  ['data-lang="sql"', sqlResult],
] as const;

/** Addresses of what a page's kind and place ask for; linked before anything of the page is drawn. */
export function listPageStyles({ kind, page }: CurrentPage): Sheets {
  return [...(WITHOUT.includes(kind) ? [] : OF_MOST), ...(OF_KIND[kind] ?? []), ...(OF_PATH[page?.path ?? ''] ?? [])];
}

/** Addresses of what the text asks for and the page does not have yet; linked before the text. */
export function listTextStyles(html: string, current: CurrentPage): Sheets {
  const known = listPageStyles(current);
  return OF_TEXT.flatMap(([mark, sheet]) => (html.includes(mark) && !known.includes(sheet) ? [sheet] : []));
}
