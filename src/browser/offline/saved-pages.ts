/** Finds what is saved for a path, as a static host finds files: folders have an `index.html`, and end with a slash. */
import { blobOf } from './blob.ts';
import { NOT_SAVED_PAGE } from './manifest.ts';
import type { RequestRoute } from './request-route.ts';
import type { SavedIndex } from './saved-index.ts';

/** Blobs by path, of all groups. */
export type SavedPages = ReadonlyMap<string, string>;

/** What is shown instead of a page that is not saved, in the language that its address begins with. */
export function findNotSavedPage(pages: SavedPages, path: string): string | undefined {
  const [first = ''] = path.split('/');
  return pages.get(`${first}/${NOT_SAVED_PAGE}/index.html`) ?? pages.get(`${NOT_SAVED_PAGE}/index.html`);
}

export type Finding =
  | { readonly kind: 'blob'; readonly blob: string }
  /** The same page at its own address; `path` is below the base. */
  | { readonly kind: 'redirect'; readonly path: string };

export function createSavedPages({ saved, former }: SavedIndex): SavedPages {
  return new Map(
    [former, ...Object.values(saved).map(({ files }) => files)].flatMap((files) =>
      Object.entries(files).map(([path, hash]) => [path, blobOf({ path, hash })] as const),
    ),
  );
}

export function findSaved(
  pages: SavedPages,
  { path, isVisit }: Pick<RequestRoute, 'path' | 'isVisit'>,
): Finding | undefined {
  const blob = pages.get(path === '' || path.endsWith('/') ? `${path}index.html` : path);
  if (blob !== undefined) return { kind: 'blob', blob };
  return isVisit && pages.has(`${path}/index.html`) ? { kind: 'redirect', path: `${path}/` } : undefined;
}
