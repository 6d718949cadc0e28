/** What the set-up would do, before anything is done. */
import { checkContent } from '../../content/check/check-content.ts';
import { foldersOf } from '../../content/check/checked-site.ts';
import type { ContentFiles } from '../../content/files/content-files.ts';
import { checkInterfaceWords } from '../../content/interface-words.ts';
import { formatProblem, isError, type Problem } from '../../content/problem.ts';
import { defineSite, type Site } from '../../content/site-config.ts';
import { Refusal } from '../new/refusal.ts';
import { type Answers, isFirstTime } from './answers.ts';
import { writeConfigText } from './config-text.ts';
import { DraftFiles } from './draft-files.ts';
import { dropExamples, keepAreas } from './keep-areas.ts';
import {
  GUIDE,
  isOurContent,
  OUR_AREAS,
  OUR_PROOFS,
  PROOFS_OF_PROJECTS,
  SCREENSHOT,
  SHOWN_BY_GUIDE,
} from './our-content.ts';
import { writeReadme } from './readme.ts';
import { writeStarter } from './starter.ts';

export interface Plan {
  /** Texts by path, `null` for a file that goes. */
  readonly files: Readonly<Record<string, string | null>>;
  /** Folders and files outside of `content/` that go. */
  readonly gone: readonly string[];
  /** What the check will say that would stop a build. */
  readonly errors: readonly Problem[];
}

export interface Project {
  readonly site: Site;
  readonly files: ContentFiles;
  /** Text of `site.config.ts`. */
  readonly config: string;
  readonly today: Date;
}

/** @throws {Refusal} for what cannot become a site */
export function planSetup(answers: Answers, project: Project): Plan {
  const isNone = answers.keep === 'none';
  const site = describeSite(answers, project.site, isNone);
  const draft = new DraftFiles(project.files);
  provideWords(draft, site);
  if (answers.keep === 'none') clear(draft, project.site, site);
  else {
    refuseOtherLanguage(project.site, site);
    const areas = answers.keep === 'all' ? OUR_AREAS : answers.keep;
    if (answers.keep !== 'all' || loses(project.site, site)) keepAreas(draft, project.site, site, areas, project.today);
  }
  if (isNone) dropExamples(draft, site);
  if (isNone) writeStarter(draft, site, project.today);
  return {
    files: {
      'site.config.ts': writeConfigText(project.config, valuesOf(answers, site, isNone)),
      ...(isNone && { 'README.md': writeReadme(site, site.locales.root?.lang ?? '') }),
      ...draft.changes(),
    },
    gone: answers.keep === 'all' ? [] : listProofs(draft, isNone),
    errors: checkContent(draft, site, { today: project.today }).filter(isError),
  };
}

function describeSite({ keep: _, repository: url, ...said }: Answers, before: Site, isNone: boolean): Site {
  const { branch } = before.repository;
  const strict = isNone ? { strictCode: false, strictIds: false } : {};
  return defineSite({ ...before, ...said, repository: { url, branch }, ...strict }, {});
}

/** What proves content that goes. Programs of a project that stays stay with it. */
function listProofs(draft: DraftFiles, isNone: boolean): string[] {
  const projects = Object.entries(draft.changes()).flatMap(([file, text]) => {
    const id = text === null ? /^content\/projects\/([^/]+)\.yaml$/.exec(file)?.[1] : undefined;
    return id === undefined ? [] : `${PROOFS_OF_PROJECTS}/${id}`;
  });
  return isNone ? [...OUR_PROOFS, SCREENSHOT, PROOFS_OF_PROJECTS] : [...OUR_PROOFS, ...projects];
}

/** What beginners would stumble over is off: a block without a word, an item without an id. */
function valuesOf({ keep: _, repository: __, ...said }: Answers, { repository, locales }: Site, isNone: boolean) {
  const written = Object.entries(locales).map(([folder, { label, lang, dir }]) => [
    folder,
    dir === 'rtl' ? { label, lang, dir } : { label, lang },
  ]);
  return {
    ...said,
    repository,
    locales: Object.fromEntries(written),
    ...(isNone && { strictCode: undefined, strictIds: undefined }),
  };
}

/** The words of Spanish do for Mexico until somebody changes them; those of no language do for French. */
function provideWords(draft: DraftFiles, { locales }: Site): void {
  const langs = Object.values(locales).map(({ lang }) => lang);
  for (const lang of langs) {
    const [language] = lang.split('-');
    const near = draft.list().find((file) => new RegExp(`^content/i18n/${language}(-\\w+)*\\.json$`).test(file));
    if (!draft.has(`content/i18n/${lang}.json`) && near !== undefined) {
      draft.write(`content/i18n/${lang}.json`, draft.read(near).text);
    }
  }
  const errors = checkInterfaceWords(draft, langs).filter(isError);
  if (errors.length > 0) throw new Refusal(`Nothing was written, since words are missing:\n\n${list(errors)}`);
}

const MOST = 10;

function list(problems: readonly Problem[]): string {
  const more = problems.length > MOST ? [`… and ${problems.length - MOST} more`] : [];
  return [...problems.slice(0, MOST).map(formatProblem), ...more].join('\n');
}

function clear(draft: DraftFiles, before: Site, site: Site): void {
  const locales = foldersOf(before);
  const left = locales.filter((folder) => !foldersOf(site).includes(folder));
  const isOfLeft = (file: string) =>
    left.some((folder) => /^content\/(docs|flashcards)\//.test(file) && file.split('/')[2] === folder);
  const keepsGuide = site.locales.root?.lang.split('-')[0] === 'en';
  const isForeignGuide = (file: string) => file.startsWith(GUIDE) && !keepsGuide;
  // Once it is set up, the first page is the fork's.
  const isKept = (file: string) =>
    (keepsGuide && SHOWN_BY_GUIDE.includes(file)) || (!isFirstTime(before) && /^content\/docs\/[^/]+$/.test(file));
  for (const file of draft.list()) {
    if (isOfLeft(file) || isForeignGuide(file) || (isOurContent(file, locales) && !isKept(file))) draft.remove(file);
  }
}

/** Whether the site loses a language. */
function loses(before: Site, site: Site): boolean {
  return foldersOf(before).some((folder) => !foldersOf(site).includes(folder));
}

/** Which language the files of `content/docs` are in does not change by saying so. */
function refuseOtherLanguage(before: Site, site: Site): void {
  const [was, is] = [before.locales.root?.lang, site.locales.root?.lang];
  if (was === is) return;
  const whose = isFirstTime(before) ? 'Our content' : 'What you keep';
  throw new Refusal(`Nothing was written. ${whose} is in ${was}: keep none of it, or begin the languages with ${was}`);
}
