/** Interviews and their questions: every section can be filled, and every file of questions belongs to an area. */
import { isAskable } from '../../domain/interview/draw-criteria.ts';
import type { DataFile } from '../data-file.ts';
import { canBeDrawn } from '../interview-exercise.ts';
import { findNearest } from '../nearest.ts';
import type { Page } from '../page.ts';
import { areaOf } from '../place.ts';
import { type Problem, START } from '../problem.ts';
import { areaOfQuestions, listQuestions } from '../question-file.ts';

/** First parts of the paths of all pages. */
export function listAreas(pages: readonly Page[]): string[] {
  const originals = pages.filter(({ place }) => place.locale === 'root');
  return [...new Set(originals.flatMap(({ place }) => areaOf(place.path) ?? []))];
}

/** @param areas those that pages lie in */
export function checkInterviews(dataFiles: readonly DataFile[], areas: readonly string[]): Problem[] {
  return dataFiles.flatMap((file) => [...checkQuestionArea(file, areas), ...checkSections(file, dataFiles, areas)]);
}

/** Its readers are led to the pages of the area, and the area is what they choose. */
function checkQuestionArea({ kind, path }: DataFile, areas: readonly string[]): Problem[] {
  const area = areaOfQuestions(path);
  if (kind !== 'question' || areas.includes(area)) return [];
  const message = `"${area}" is no area, so nobody can choose these questions`;
  return [{ file: path, ...START, code: 'question-area', message, hint: nameAreas(area, areas, 'rename it') }];
}

function checkSections(file: DataFile, dataFiles: readonly DataFile[], areas: readonly string[]): Problem[] {
  // Where questions cannot be read, their file has its own problem.
  if (!isInterview(file) || file.data === undefined || dataFiles.some(isUnreadBank)) return [];
  const questions = listQuestions(dataFiles);
  return file.data.sections.flatMap(({ id, draw, coding }, index): Problem[] => {
    const at = (key: string, message: string, hint: string): Problem => ({
      file: file.path,
      ...file.yaml.positionOf(['sections', index, ...key.split('.')]),
      code: 'interview-section',
      message,
      hint,
    });
    if (draw !== undefined) {
      const unknown = draw.areas?.find((area) => !areas.includes(area));
      if (unknown !== undefined) {
        return [at('draw.areas', `there is no area "${unknown}"`, nameAreas(unknown, areas, 'write'))];
      }
      const there = questions.filter((question) => isAskable(question, draw)).length;
      if (there >= draw.count) return [];
      return [
        at(
          'draw.count',
          `the section "${id}" draws ${draw.count} of ${there} questions`,
          'draw fewer, from more areas or notes or without a level; or write more in content/questions',
        ),
      ];
    }
    if (coding === undefined) return [];
    const there = dataFiles.filter((other) => isCodingExercise(other, coding.tag)).length;
    if (there >= coding.count) return [];
    return [
      at(
        'coding.count',
        `the section "${id}" draws ${coding.count} of ${there} exercises with the tag "${coding.tag}"`,
        `add tags: [${coding.tag}] to exercises in Python that run in the page, or draw fewer`,
      ),
    ];
  });
}

function isInterview(file: DataFile): file is DataFile<'interview'> {
  return file.kind === 'interview';
}

function isUnreadBank({ kind, data }: DataFile): boolean {
  return kind === 'question' && data === undefined;
}

function isCodingExercise(file: DataFile, tag: string): boolean {
  return isExercise(file) && file.data !== undefined && !file.data.draft && canBeDrawn(file.data, tag);
}

function isExercise(file: DataFile): file is DataFile<'exercise'> {
  return file.kind === 'exercise';
}

function nameAreas(area: string, areas: readonly string[], how: string): string {
  const [nearest] = findNearest(area, areas);
  return nearest === undefined ? `there are ${areas.join(', ')}` : `${how} ${nearest}`;
}
