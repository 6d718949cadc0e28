/** What the service worker serves: the saved pages, read once and again when something is not where it was. */
import type { RequestRoute } from './request-route.ts';
import { createSavedPages, findNotSavedPage, findSaved, type SavedPages } from './saved-pages.ts';
import type { OfflineStore } from './store.ts';

export interface Library {
  /** @param request the address asked for, whose query a redirect keeps */
  find(route: RequestRoute, url: string): Promise<Response | undefined>;
  findMissing(route: RequestRoute): Promise<Response | undefined>;
}

/** @param scope the site's address: origin and base, with a slash at its end */
export function openLibrary(store: OfflineStore, scope: string): Library {
  let pages: Promise<SavedPages> | undefined;
  const read = () => {
    pages ??= store.readIndex().then(createSavedPages);
    return pages;
  };

  async function look(route: RequestRoute, url: string): Promise<Response | undefined> {
    const finding = findSaved(await read(), route);
    if (finding?.kind === 'redirect') {
      const { search } = new URL(url);
      return Response.redirect(scope + finding.path.split('/').map(encodeURIComponent).join('/') + search, 302);
    }
    return finding && store.open(finding.blob);
  }

  return {
    async find(route, url) {
      const found = await look(route, url);
      if (found !== undefined) return found;
      // A page may have saved or removed something since.
      pages = undefined;
      return look(route, url);
    },
    async findMissing({ isVisit, path }) {
      const blob = isVisit ? findNotSavedPage(await read(), path) : undefined;
      const page = blob === undefined ? undefined : await store.open(blob);
      return page && new Response(page.body, { status: 503, headers: page.headers });
    },
  };
}
