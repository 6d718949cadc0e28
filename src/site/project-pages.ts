/** The pages of the projects, and their catalog, in every language. */
import path from 'node:path';
import site, { root } from 'virtual:study/site';
import { foldersOf, languagesOf } from '../content/check/checked-site.ts';
import type { FormerIds } from '../content/checklist.ts';
import type { GeneratedText } from '../content/codes/error-page.ts';
import { createDocumentWords, langsOf } from '../content/markdown/words.ts';
import { DOCS } from '../content/page.ts';
import { type ProjectFolder, readProjects } from '../content/project/folder.ts';
import { isTold, writeProjectPage } from '../content/project/page.ts';
import { PROJECTS, projectPath } from '../content/project/path.ts';
import { formerProjectIds, tokensOfProject } from '../content/project/token.ts';
import { keep } from './keep.ts';
import { createNoteFinder } from './note-finder.ts';
import { files } from './site-files.ts';

interface ProjectPage {
  /** Language included. */
  readonly path: string;
  readonly text: GeneratedText;
  /** Place among its siblings. */
  readonly order: number;
  /** Whether it is found by search: only in the languages that it is told in. */
  readonly pagefind: boolean;
  readonly former: FormerIds;
}

/** Every project that is published, in order. */
export const listProjects = keep(() => readProjects(files, languagesOf(site)));

const mapByPage = keep(() => new Map(listProjects().map((folder) => [projectPath(folder.project.id), folder])));

/** The project that a page is about. */
export function findProject(page: string): ProjectFolder | undefined {
  return page.startsWith(`${PROJECTS}/`) ? mapByPage().get(page) : undefined;
}

/** Tokens of the criteria that a page asks for; `undefined` where it is not a project's. */
export function criteriaOfPage(page: string): readonly string[] | undefined {
  const found = findProject(page);
  if (found === undefined) return undefined;
  const { must, should } = tokensOfProject(found.project);
  return [...must, ...should];
}

/** Whether a page tells its project in the main language, since its own lacks it. */
export function isProjectUntold(page: string, locale: string | undefined): boolean {
  const found = findProject(page);
  return found !== undefined && !isTold(found.project, locale ?? languagesOf(site).main);
}

/** Paths of the projects that build on what a page teaches. */
export function listProjectsOf(page: string): string[] {
  return listProjects()
    .filter(({ project }) => project.requires?.some((reference) => reference.split('#')[0] === page))
    .map(({ project }) => projectPath(project.id));
}

export function writeProjectPages(): ProjectPage[] {
  const projects = listProjects();
  if (projects.length === 0) return [];
  const words = createDocumentWords(path.join(root, 'content'), langsOf(site));
  const { main } = languagesOf(site);
  return ['root', ...foldersOf(site)].flatMap((locale) => {
    const prefix = locale === 'root' ? '' : `${locale}/`;
    const t = words(new URL(`file://${root}/${DOCS}${prefix}${PROJECTS}.md`));
    const language = locale === 'root' ? main : locale;
    const description = t('study.projects.description');
    const catalog = { title: t('study.projects.title'), description, body: description };
    return [
      { path: `${prefix}${PROJECTS}`, text: catalog, order: 0, pagefind: true, former: {} },
      ...projects.map((folder, index) => {
        const own = `${prefix}${projectPath(folder.project.id)}`;
        const text = writeProjectPage(folder, {
          language,
          main,
          mainLang: langsOf(site).root ?? main,
          t,
          download: `${site.base.replace(/\/$/, '')}/${projectPath(folder.project.id)}.zip`,
          findNote: createNoteFinder(locale, own),
        });
        const pagefind = isTold(folder.project, language);
        return { path: own, text, order: index + 1, pagefind, former: formerProjectIds(folder.project) };
      }),
    ];
  });
}
