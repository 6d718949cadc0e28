/** Which group of `offline.json` a file of the built site belongs to. */
import { POSTGRES, PYTHON, SITE, siteGroup } from '../../browser/offline/manifest.ts';
import type { Site } from '../../content/site-config.ts';

/** What no page asks for: search engines do, or the browser asks for it where it is published. */
const LEFT_OUT = /(^|\/)(sw\.js|offline\.json|robots\.txt|sitemap[^/]*\.xml|\.[^/]+|[^/]+\.map)$/;

const ENGINES = [
  ['vendor/pyodide-', PYTHON],
  ['vendor/pglite-', POSTGRES],
] as const;

export type Grouping = (file: string) => string | undefined;

/**
 * @param workers groups of the files that the engines' workers are made of, by path
 * @returns gives the group of a file, by its path below the site; `undefined` for one that is not to be saved
 */
export function createGrouping(locales: Site['locales'], workers: ReadonlyMap<string, string>): Grouping {
  const folders = Object.entries(locales).flatMap(([folder, { lang }]) => {
    if (folder === 'root') return [];
    return [`${folder}/`, `pagefind/${lang}/`].map((start) => [start, siteGroup(folder)] as const);
  });
  return (file) => {
    if (LEFT_OUT.test(file)) return undefined;
    const [, group] = [...ENGINES, ...folders].find(([start]) => file.startsWith(start)) ?? [];
    return group ?? (workers.get(file) || SITE);
  };
}
