/** The pages of the roadmaps, and their overview, in every language. */
import path from 'node:path';
import site, { root } from 'virtual:study/site';
import { languagesOf } from '../content/check/checked-site.ts';
import type { FormerIds } from '../content/checklist.ts';
import type { GeneratedText } from '../content/codes/error-page.ts';
import type { ExerciseFolder } from '../content/exercise/folder.ts';
import { exercisePath } from '../content/exercise/path.ts';
import { interviewPath } from '../content/interview-path.ts';
import type { Roadmap } from '../content/kinds/roadmap.ts';
import { createDocumentWords, langsOf, type Translate } from '../content/markdown/words.ts';
import { DOCS } from '../content/page.ts';
import { projectPath } from '../content/project/path.ts';
import { tokensOfProject } from '../content/project/token.ts';
import {
  drawMaps,
  formerIdsOf,
  type NoteTarget,
  type ProjectTarget,
  roadmapPath,
  writeRoadmapPage,
} from '../content/roadmap-page.ts';
import { listExercises, sayText } from './exercise-pages.ts';
import { listSiteInterviews } from './interview-pages.ts';
import { createNoteFinder } from './note-finder.ts';
import { listProjects } from './project-pages.ts';
import { listRoadmaps } from './roadmaps.ts';

/** Path of the overview. */
const OVERVIEW = 'roadmaps';

interface RoadmapPage {
  /** Language included. */
  readonly path: string;
  readonly text: GeneratedText;
  /** Place among its siblings. */
  readonly order: number;
  readonly former: FormerIds;
}

export function writeRoadmapPages(): RoadmapPage[] {
  const roadmaps = listRoadmaps();
  if (roadmaps.length === 0) return [];
  const exercises = listExercises();
  const words = createDocumentWords(path.join(root, 'content'), langsOf(site));
  return Object.keys(site.locales).flatMap((locale) => {
    const prefix = locale === 'root' ? '' : `${locale}/`;
    const t = words(new URL(`file://${root}/${DOCS}${prefix}${OVERVIEW}.md`));
    const language = locale === 'root' ? languagesOf(site).main : locale;
    return [
      { path: `${prefix}${OVERVIEW}`, text: writeOverview(roadmaps, language, t), order: 0, former: {} },
      ...roadmaps.map((roadmap, order) => {
        const own = `${prefix}${roadmapPath(roadmap.id)}`;
        const options = {
          language,
          main: languagesOf(site).main,
          t,
          findNote: createNoteFinder(locale, own),
          findProject: (id: string) => nameProject(id, locale),
          findExercise: (id: string) => nameExercise(exercises, id, locale),
          findInterview: (id: string) => nameInterview(id, locale),
        };
        return { path: own, text: writeRoadmapPage(roadmap, options), order, former: formerIdsOf(roadmap) };
      }),
    ];
  });
}

/** The map of each roadmap, as it stands on its page. */
export function listRoadmapMaps(locale: string): { id: string; title: string; html: string }[] {
  const { main } = languagesOf(site);
  const say = (text: Readonly<Record<string, string>>) => text[locale === 'root' ? main : locale] ?? text[main] ?? '';
  return listRoadmaps().map((roadmap) => {
    const html = `<div class="study-map not-content">${drawMaps(roadmap, say)}</div>`;
    return { id: roadmap.id, title: say(roadmap.title), html };
  });
}

function writeOverview(roadmaps: readonly Roadmap[], language: string, t: Translate): GeneratedText {
  const say = (text: Readonly<Record<string, string>>) => text[language] ?? text[languagesOf(site).main] ?? '';
  return {
    title: t('study.roadmaps.title'),
    description: t('study.roadmaps.description'),
    body: [
      t('study.roadmaps.description'),
      ...roadmaps.map(
        ({ id, title, description }) => `## [${say(title)}](/${roadmapPath(id)}/)\n\n${say(description)}`,
      ),
    ].join('\n\n'),
  };
}

function nameExercise(exercises: readonly ExerciseFolder[], id: string, locale: string): NoteTarget | undefined {
  const found = exercises.find(({ exercise }) => exercise.id === id)?.exercise;
  if (found === undefined) return undefined;
  return { href: `/${exercisePath(id)}/`, title: sayText(found.title, locale === 'root' ? undefined : locale) };
}

function nameInterview(id: string, locale: string): NoteTarget | undefined {
  const found = listSiteInterviews().find((interview) => interview.id === id);
  if (found === undefined) return undefined;
  return { href: `/${interviewPath(id)}/`, title: sayText(found.title, locale === 'root' ? undefined : locale) };
}

function nameProject(id: string, locale: string): ProjectTarget | undefined {
  const found = listProjects().find(({ project }) => project.id === id)?.project;
  if (found === undefined) return undefined;
  const title = sayText(found.title, locale === 'root' ? undefined : locale);
  return { href: `/${projectPath(id)}/`, title, tokens: tokensOfProject(found) };
}
