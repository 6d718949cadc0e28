/** From what was asked for to the texts of the files. */
import { type CheckedSite, foldersOf } from '../../content/check/checked-site.ts';
import type { ContentFiles } from '../../content/files/content-files.ts';
import type { Level } from '../../content/kinds/field.ts';
import { type Page, readPages } from '../../content/page.ts';
import { areaOf } from '../../content/place.ts';
import { createArea } from './area.ts';
import { createCards } from './cards.ts';
import { createExercise } from './exercise.ts';
import { createInterview } from './interview.ts';
import { type Kind, nameKind } from './kind.ts';
import { createNote } from './note.ts';
import { createProject } from './project.ts';
import { createQuestions } from './questions.ts';
import { Refusal } from './refusal.ts';
import { createRoadmap } from './roadmap.ts';
import { listLanguages, type NewFiles } from './stub.ts';
import { titleOf } from './title.ts';

/** What is to be made, its words checked. */
export interface Wanted {
  readonly kind: Kind;
  readonly place: string;
  readonly title: string | undefined;
  readonly level: Level | undefined;
}

/** What is there already. */
export interface Surroundings {
  readonly files: ContentFiles;
  readonly site: CheckedSite;
  readonly today: Date;
}

/** Of what is written without saying for whom. */
export const USUAL_LEVEL: Level = 'intermediate';

/** @throws {Refusal} where the kind needs a page and there is none */
export function createFiles({ kind, place, title, level = USUAL_LEVEL }: Wanted, around: Surroundings): NewFiles {
  const { files, site, today } = around;
  const pages = readPages(files, foldersOf(site)).filter((page) => page.place.locale === 'root');
  const stub = { place, title: title ?? titleOf(place), level, today, languages: listLanguages(site) };
  switch (kind) {
    case 'note': {
      const area = areaOf(place) ?? place;
      const hasOverview = pages.some((page) => page.place.path === area);
      return {
        ...(!hasOverview && createArea({ ...stub, place: area, title: titleOf(area) })),
        ...createNote(stub),
      };
    }
    case 'area':
      return createArea(stub);
    case 'cards': {
      const isPage = pages.some((page) => page.id.id === place);
      return createCards(stub, title, isPage);
    }
    case 'project':
      return createProject(stub);
    case 'exercise':
      return createExercise(stub, findStandIn(kind, pages));
    case 'roadmap':
      return createRoadmap(stub, findStandIn(kind, pages));
    case 'interview':
      requireQuestions(files);
      return createInterview(stub);
    case 'questions':
      return createQuestions(stub, findPageOfArea(place, pages));
  }
}

/** The home page, which belongs to no topic, so that it is seen to stand in for another. */
function findStandIn(kind: Kind, pages: readonly Page[]): string {
  const published = pages.filter(({ isDraft }) => !isDraft);
  const page = published.find(({ place }) => place.path === '') ?? published[0];
  if (page !== undefined) return page.id.id;
  throw new Refusal(
    `${nameKind(kind)} names a page that teaches what it takes, and content/docs has none: write one first`,
  );
}

/** Questions lead to what teaches them. */
function findPageOfArea(area: string, pages: readonly Page[]): string {
  const inArea = pages.filter(({ isDraft, place }) => !isDraft && areaOf(place.path) === area);
  const page = inArea.find(({ place }) => place.path === area) ?? inArea[0];
  if (page !== undefined) return page.id.id;
  throw new Refusal(`content/docs has no page in "${area}" that could teach the answers: write one first`);
}

function requireQuestions(files: ContentFiles): void {
  if (files.list().some((path) => path.startsWith('content/questions/'))) return;
  throw new Refusal('an interview draws questions, and content/questions has none: write npm run new questions <area>');
}
