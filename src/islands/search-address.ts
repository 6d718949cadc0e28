/** Keeps what is searched for in the address, as `?q=`, so that it can be shared and found again with Back. */

/** Safari refuses more than 100 changes of the address in 10 seconds. */
const PAUSE = 150;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Writes soon; a change that follows sooner takes its place. */
export function keepInAddress(term: string): void {
  clearTimeout(timer);
  timer = setTimeout(() => replaceAddress(term), PAUSE);
}

/** Writes at once, for a reader who is about to leave. */
export function replaceAddress(term: string): void {
  clearTimeout(timer);
  const address = withTerm(location.href, term);
  if (address !== location.href) history.replaceState(history.state, '', address);
}

/**
 * An address with a term, or without one where it is empty.
 * @example withTerm('https://example.org/x/?a=1#b', 'the GIL') // 'https://example.org/x/?a=1&q=the+GIL#b'
 */
export function withTerm(address: string, term: string): string {
  const url = new URL(address);
  if (term.trim() === '') url.searchParams.delete('q');
  else url.searchParams.set('q', term.trim());
  return url.href;
}
