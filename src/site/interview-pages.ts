/** The pages of the mock interviews, in every language: the overview, one for each interview, and the reader's own. */
import path from 'node:path';
import site, { root } from 'virtual:study/site';
import { foldersOf, languagesOf } from '../content/check/checked-site.ts';
import type { GeneratedText } from '../content/codes/error-page.ts';
import { canBeDrawn } from '../content/interview-exercise.ts';
import { INTERVIEWS, interviewPath, QUESTIONS } from '../content/interview-path.ts';
import type { Exercise } from '../content/kinds/exercise.ts';
import type { Interview } from '../content/kinds/interview.ts';
import { createDocumentWords, langsOf } from '../content/markdown/words.ts';
import { DOCS } from '../content/page.ts';
import { type Question, readInterviews, readQuestions } from '../content/question-file.ts';
import { isAskable } from '../domain/interview/draw-criteria.ts';
import { OWN_INTERVIEW } from '../domain/interview/interview-event.ts';
import { listExercises, sayText } from './exercise-pages.ts';
import { keep } from './keep.ts';
import { files } from './site-files.ts';

interface InterviewPage {
  /** Language included. */
  readonly path: string;
  readonly text: GeneratedText;
  /** Place among its siblings. */
  readonly order: number;
}

/** Every question. */
export const listSiteQuestions = keep((): readonly Question[] => readQuestions(files, languagesOf(site)));

export const listSiteInterviews = keep((): readonly Interview[] => readInterviews(files, languagesOf(site)));

/** The interview that a page is about; `undefined` for the reader's own. */
export function findInterview(page: string): Interview | undefined {
  return listSiteInterviews().find(({ id }) => interviewPath(id) === page);
}

/** What may be asked in an interview, or in any. */
export function listAskable(interview: Interview | undefined): readonly Question[] {
  if (interview === undefined) return listSiteQuestions();
  return listSiteQuestions().filter((question) =>
    interview.sections.some(({ draw }) => draw !== undefined && isAskable(question, draw)),
  );
}

/** Tags by which interviews draw exercises. */
export function listCodingTags(interview: Interview | undefined): string[] {
  const interviews = interview === undefined ? listSiteInterviews() : [interview];
  return [...new Set(interviews.flatMap(({ sections }) => sections.flatMap(({ coding }) => coding?.tag ?? [])))];
}

/** Exercises that may be given. */
export function listCodingExercises(tags: readonly string[]): Exercise[] {
  return listExercises()
    .map(({ exercise }) => exercise)
    .filter((exercise) => tags.some((tag) => canBeDrawn(exercise, tag)));
}

/** None where there is nothing to ask. */
export function writeInterviewPages(): InterviewPage[] {
  if (listSiteQuestions().length === 0) return [];
  const words = createDocumentWords(path.join(root, 'content'), langsOf(site));
  return ['root', ...foldersOf(site)].flatMap((locale) => {
    const prefix = locale === 'root' ? '' : `${locale}/`;
    const t = words(new URL(`file://${root}/${DOCS}${prefix}${INTERVIEWS}.md`));
    const folder = locale === 'root' ? undefined : locale;
    const page = (at: string, title: string, description: string, order: number) => {
      return { path: `${prefix}${at}`, text: { title, description, body: description }, order };
    };
    const interviews = listSiteInterviews();
    const own = interviewPath(OWN_INTERVIEW);
    return [
      page(INTERVIEWS, t('study.interviews.title'), t('study.interviews.description'), 0),
      ...interviews.map(({ id, title, description }, index) =>
        page(interviewPath(id), sayText(title, folder), sayText(description, folder), index + 1),
      ),
      page(own, t('study.interviews.own'), t('study.interviews.ownDescription'), interviews.length + 1),
      page(QUESTIONS, t('study.questions.title'), t('study.questions.description'), interviews.length + 2),
    ];
  });
}
