/** Exercises that a mock interview can give: those that are solved in the page, in Python. */
import type { Exercise } from './kinds/exercise.ts';

export function canBeDrawn({ runs, language, tags }: Exercise, tag: string): boolean {
  return runs === 'page' && language === 'python' && tags?.includes(tag) === true;
}
