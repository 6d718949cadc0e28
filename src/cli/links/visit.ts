/** Asks for one address as a reader's browser would, and says what came of it. */

/** `unclear`: refused, too slow or out of order, which a person with a browser may find different. */
export type LinkState = 'alive' | 'moved' | 'dead' | 'unclear';

export interface Visit {
  readonly state: LinkState;
  /** A status, or why there is none. */
  readonly why: string;
  /** Where it is for good now. */
  readonly target?: string;
}

export interface VisitOptions {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds. */
  readonly timeout: number;
}

const USER_AGENT = 'link-check (a study site looks once a week whether what it recommends is still there)';
const GONE = [404, 410];
const FOR_GOOD = [301, 308];
const REDIRECTS = [301, 302, 303, 307, 308];
const MOST_REDIRECTS = 8;
/** Codes of errors that say that there is no such server; others pass. */
const NO_SERVER = ['ENOTFOUND', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED'];

/** By HEAD, and by GET where that is not answered well: many servers know only the latter. */
export async function visit(url: string, options: VisitOptions): Promise<Visit> {
  const first = await follow(url, 'HEAD', options);
  return first.state === 'alive' || first.state === 'moved' ? first : follow(url, 'GET', options);
}

/** Redirects are followed by hand: one that is permanent says that the address should be changed, others do not. */
async function follow(url: string, method: 'HEAD' | 'GET', { fetch, timeout }: VisitOptions): Promise<Visit> {
  let at = url;
  let isForGood = true;
  let target: string | undefined;
  const signal = AbortSignal.timeout(timeout);
  try {
    for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
      const response = await fetch(at, { method, redirect: 'manual', signal, headers: { 'user-agent': USER_AGENT } });
      await response.body?.cancel();
      const { status } = response;
      const location = response.headers.get('location');
      if (!REDIRECTS.includes(status) || location === null) return judge(status, target);
      at = new URL(location, at).href;
      // What follows a temporary redirect is the server's affair.
      isForGood &&= FOR_GOOD.includes(status);
      if (isForGood) target = at;
    }
    return { state: 'unclear', why: `more than ${MOST_REDIRECTS} redirects` };
  } catch (error) {
    return explain(error, timeout);
  }
}

function judge(status: number, target: string | undefined): Visit {
  const why = String(status);
  if (GONE.includes(status)) return { state: 'dead', why };
  if (status >= 400) return { state: 'unclear', why };
  return target === undefined ? { state: 'alive', why } : { state: 'moved', why, target };
}

function explain(error: unknown, timeout: number): Visit {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError') return { state: 'unclear', why: `no answer in ${timeout / 1000} s` };
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : error.message;
  return { state: NO_SERVER.includes(code) ? 'dead' : 'unclear', why: code };
}
