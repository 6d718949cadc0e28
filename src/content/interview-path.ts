/** Addresses of the pages of interviews, without base and language. */

/** Path of the overview. */
export const INTERVIEWS = 'interviews';
/** Path of the page of all questions. */
export const QUESTIONS = 'interviews/questions';

/** Path of an interview's page; `own` is the one that readers put together. */
export function interviewPath(id: string): string {
  return `${INTERVIEWS}/${id}`;
}
