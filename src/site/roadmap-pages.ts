/** The pages of the roadmaps, and their overview, in every language. */
import path from 'node:path';
import site, { root } from 'virtual:study/site';
import { foldersOf, languagesOf } from '../content/check/checked-site.ts';
import type { FormerIds } from '../content/checklist.ts';
import type { GeneratedText } from '../content/codes/error-page.ts';
import type { ExerciseFolder } from '../content/exercise/folder.ts';
import { exercisePath } from '../content/exercise/path.ts';
import { openDiskFiles } from '../content/files/disk-files.ts';
import type { Roadmap } from '../content/kinds/roadmap.ts';
import { listAnchors } from '../content/link.ts';
import { createDocumentWords, langsOf, type Translate } from '../content/markdown/words.ts';
import { DOCS, isRecord, type Page, readPages } from '../content/page.ts';
import { readRoadmaps } from '../content/roadmap-file.ts';
import {
  formerIdsOf,
  type NoteTarget,
  type RoadmapPageOptions,
  roadmapPath,
  writeRoadmapPage,
} from '../content/roadmap-page.ts';
import { listExercises, sayText } from './exercise-pages.ts';

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
  const files = openDiskFiles(root);
  const roadmaps = readRoadmaps(files, languagesOf(site));
  if (roadmaps.length === 0) return [];
  const pages = readPages(files, foldersOf(site)).filter(({ isDraft }) => !isDraft);
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
          findNote: createFinder(pages, locale, own),
          findExercise: (id: string) => nameExercise(exercises, id, locale),
        };
        return { path: own, text: writeRoadmapPage(roadmap, options), order, former: formerIdsOf(roadmap) };
      }),
    ];
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

/**
 * Where a note lies, seen from a roadmap's own file; its translation if there is one. Headings are translated too, so that
 * a translation may lack the part that is named: then the link leads to its beginning.
 */
function createFinder(pages: readonly Page[], locale: string, own: string): RoadmapPageOptions['findNote'] {
  const folder = path.posix.dirname(`${DOCS}${own}`);
  const byId = Map.groupBy(pages, ({ id }) => id.id);
  return (id, part) => {
    const candidates = byId.get(id) ?? [];
    const page =
      candidates.find(({ place }) => place.locale === locale) ??
      candidates.find(({ place }) => place.locale === 'root');
    if (page === undefined) return undefined;
    const { title } = isRecord(page.yaml.value) ? page.yaml.value : {};
    const anchor = part !== undefined && listAnchors(page.document).includes(part) ? `#${part}` : '';
    return { href: path.posix.relative(folder, page.file) + anchor, title: String(title ?? id) };
  };
}
