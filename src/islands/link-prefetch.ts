/** Fetches the page behind a link that somebody rests on, so that it is there when they press. */
declare global {
  interface Navigator {
    /** @see https://wicg.github.io/netinfo/, in Chromium only */
    readonly connection?: { readonly saveData: boolean; readonly effectiveType: string };
  }
}

const RESTS_AFTER_MS = 80;
const fetched = new Set([location.pathname]);
let resting: ReturnType<typeof setTimeout> | undefined;

function heed(event: Event): void {
  clearTimeout(resting);
  const { target } = event;
  // Fingers do not rest on anything: they press.
  if (!(target instanceof Element) || (event instanceof PointerEvent && event.pointerType === 'touch')) return;
  const link = target.closest('a');
  if (link && isWanted(link)) resting = setTimeout(() => fetchPage(link.pathname), RESTS_AFTER_MS);
}

/** Pages of this site; what else it links is to be taken away as a file. */
function isWanted({ origin, pathname, search }: HTMLAnchorElement): boolean {
  return (
    origin === location.origin && pathname.endsWith('/') && search === '' && !fetched.has(pathname) && !isSparing()
  );
}

function isSparing(): boolean {
  const { connection } = navigator;
  return !navigator.onLine || connection?.saveData === true || /2g/.test(connection?.effectiveType ?? '');
}

function fetchPage(path: string): void {
  fetched.add(path);
  const link = document.createElement('link');
  link.rel = 'prefetch';
  link.href = path;
  if (link.relList.supports('prefetch')) document.head.append(link);
  else void fetch(path, { priority: 'low' }).catch(() => fetched.delete(path));
}

addEventListener('pointerover', heed);
addEventListener('focusin', heed);

export {};
