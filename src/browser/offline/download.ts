/** Fetches one file and makes sure that it is the one that the manifest names. */
import type { OfflineFile } from './manifest.ts';
import { isImmutable } from './request-route.ts';
import { SaveProblem } from './save-problem.ts';

/** Hex digits of a hash that are kept: enough to tell any two files apart. */
export const HASH_LENGTH = 20;

/** They describe the bytes as they went over the wire, which the browser has unpacked. */
const WIRE_HEADERS = ['content-encoding', 'content-length', 'transfer-encoding'];

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * @param base the site's base, with slashes at both ends
 * @returns the file as it is to be kept
 * @throws {SaveProblem} `network`, `changed` or `stopped`
 */
export async function downloadFile(
  file: OfflineFile,
  base: string,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<Response> {
  const url = base + file.path.split('/').map(encodeURIComponent).join('/');
  // What runs have loaded already need not come again, unless it is not what it should be.
  const attempts: RequestCache[] = isImmutable(file.path) ? ['default', 'reload'] : ['reload'];
  for (const cache of attempts) {
    const { response, bytes } = await load(url, { cache, signal }, fetch);
    // Where a site is being published, one server has a file already and the other has not.
    if (response.status === 404) throw new SaveProblem('changed', `${url} is not there`);
    if (!response.ok) throw new SaveProblem('network', `${url}: ${response.status} ${response.statusText}`);
    const hash = await hashBytes(bytes);
    const headers = headersOf(response);
    if (hash === file.hash) return new Response(bytes, { headers });
    // Kept as it was published: unpacked it takes twice the room.
    if (hash === file.unpacked) return new Response(pack(bytes), { headers });
  }
  throw new SaveProblem('changed', `${url} is another file than ${file.hash}`);
}

async function load(url: string, init: RequestInit, fetch: Fetch) {
  try {
    const response = await fetch(url, init);
    return { response, bytes: await response.arrayBuffer() };
  } catch (error) {
    throw new SaveProblem(init.signal?.aborted ? 'stopped' : 'network', `${url}: ${error}`, error);
  }
}

function pack(bytes: ArrayBuffer): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
}

function headersOf({ headers }: Response): Headers {
  const kept = new Headers(headers);
  for (const name of WIRE_HEADERS) kept.delete(name);
  return kept;
}

/** As the build computes it: the beginning of the SHA-256, in hex. */
export async function hashBytes(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, HASH_LENGTH);
}
