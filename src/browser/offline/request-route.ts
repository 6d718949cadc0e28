/** Which requests the service worker answers, from where first, and by which path it looks for what is saved. */

export interface RequestRoute {
  /** Path below the base, decoded; empty for the home page. */
  readonly path: string;
  readonly strategy: 'network-first' | 'cache-first';
  /** Whether a reader goes there, rather than a page loads it. */
  readonly isVisit: boolean;
  /** Whether the reader asks for the page anew. */
  readonly isReload: boolean;
}

/** The part of `Request` that decides. */
export type RequestLike = Pick<Request, 'url' | 'method' | 'mode' | 'cache'> & {
  readonly headers: Pick<Headers, 'has'>;
};

/** Their names change with what they hold, or lie in a folder whose name does. */
const IMMUTABLE = /^(_astro\/|vendor\/|search-index\/[^/]+\/)/;

export function isImmutable(path: string): boolean {
  return IMMUTABLE.test(path);
}

/**
 * @param scope the site's address: origin and base, with a slash at its end
 * @returns `undefined` for what the worker leaves to the browser
 */
export function routeRequest(request: RequestLike, scope: string): RequestRoute | undefined {
  const { url, method, mode, cache, headers } = request;
  if (method !== 'GET' || !url.startsWith(scope) || headers.has('range')) return undefined;
  const isVisit = mode === 'navigate';
  // What is being saved must come from the network. A reader who reloads a page may still be without one.
  if (cache === 'reload' && !isVisit) return undefined;
  const path = decode(new URL(url).pathname.slice(new URL(scope).pathname.length));
  if (path === undefined) return undefined;
  const isReload = isVisit && (cache === 'reload' || cache === 'no-cache');
  return { path, isVisit, isReload, strategy: isImmutable(path) ? 'cache-first' : 'network-first' };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
