/**
 * Old addresses that still lead somewhere. An id begins as the path of its page and stays when the page moves, and `was`
 * holds those before it: both name addresses that readers may have kept.
 */
import { foldersOf, languagesOf } from '../content/check/checked-site.ts';
import { type DataFile, type DataKind, readDataFiles } from '../content/data-file.ts';
import { exercisePath } from '../content/exercise/path.ts';
import type { ContentFiles } from '../content/files/content-files.ts';
import { interviewPath } from '../content/interview-path.ts';
import { readPages } from '../content/page.ts';
import { projectPath } from '../content/project/path.ts';
import { roadmapPath } from '../content/roadmap-page.ts';
import type { Site } from '../content/site-config.ts';

/** In one language. Both paths lie below the base, without slashes at their ends. */
export interface Redirect {
  /** Folder of the language, `root` for the main one. */
  readonly locale: string;
  readonly from: string;
  /** Empty for the home page. */
  readonly to: string;
}

type Move = Pick<Redirect, 'from' | 'to'>;

const PATHS: Partial<Record<DataKind, (id: string) => string>> = {
  roadmap: roadmapPath,
  exercise: exercisePath,
  project: projectPath,
  interview: interviewPath,
};

/**
 * Every old address at which there is no page now, in every language, by address. Of two pages that claim one, the page that
 * has it as its id gets it, then the first.
 */
export function listRedirects(files: ContentFiles, site: Pick<Site, 'locales'>): Redirect[] {
  const data = readDataFiles(files, languagesOf(site));
  const pages = readPages(files, foldersOf(site)).filter(({ place, isDraft }) => place.locale === 'root' && !isDraft);
  const taken = new Set([...pages.map(({ place }) => place.path), ...data.flatMap(listPaths)]);
  const moves = [
    // The home page was always where it is, whatever it is called.
    ...pages.filter(({ place }) => place.path !== '').map(({ id, place }) => ({ from: id.id, to: place.path })),
    ...pages.flatMap(({ place, frontmatter }) =>
      (frontmatter.data?.was ?? []).map((from) => ({ from, to: place.path })),
    ),
    ...data.flatMap(listMoves),
  ];
  const byAddress = new Map<string, Move>();
  for (const move of moves) {
    if (!taken.has(move.from) && !byAddress.has(move.from)) byAddress.set(move.from, move);
  }
  return Object.keys(site.locales).flatMap((locale) =>
    [...byAddress.values()].map(({ from, to }) => {
      const prefix = locale === 'root' ? '' : `${locale}/`;
      return { locale, from: prefix + from, to: (prefix + to).replace(/\/$/, '') };
    }),
  );
}

function listPaths(file: DataFile): string[] {
  const [own] = describeData(file);
  return own === undefined ? [] : [own.path];
}

function listMoves(file: DataFile): Move[] {
  return describeData(file).flatMap(({ path, former }) => former.map((from) => ({ from, to: path })));
}

function describeData({ kind, data }: DataFile): { path: string; former: string[] }[] {
  const pathOf = PATHS[kind];
  if (pathOf === undefined || data === undefined || !('id' in data) || data.draft) return [];
  return [{ path: pathOf(data.id), former: (data.was ?? []).map(pathOf) }];
}
