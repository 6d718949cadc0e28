/** Addresses of the pages of exercises, without base and language. */

/** Path of the catalog. */
export const EXERCISES = 'exercises';

/** Path of an exercise's page, and the beginning of what readers' data about it is kept under. */
export function exercisePath(id: string): string {
  return `${EXERCISES}/${id}`;
}
