/** Addresses of the pages of projects, without base and language. */

/** Path of the catalog. */
export const PROJECTS = 'projects';

/** Path of a project's page, and the id under which its criteria are ticked. */
export function projectPath(id: string): string {
  return `${PROJECTS}/${id}`;
}
