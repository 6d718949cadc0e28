/** Fetches Pyodide's files with a count of what has come, and unpacks those that the site keeps packed. */
import { gunzip } from '../gunzip.ts';

/** Files that the build leaves only packed; it names them the same, with `.gz`. */
const PACKED = ['pyodide.asm.wasm'];

/**
 * Puts itself in front of `fetch` of this worker, since Pyodide loads its files by it.
 * @param base address of the folder
 * @param onBytes is told how many bytes of its files have come so far
 */
export function countDownloads(base: string, onBytes: (bytes: number) => void): void {
  const { fetch } = globalThis;
  let bytes = 0;
  globalThis.fetch = async (input, options) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.startsWith(base)) return fetch(input, options);
    const name = url.slice(base.length);
    const isPacked = PACKED.includes(name);
    const response = await fetch(isPacked ? `${url}.gz` : url, options);
    if (!response.ok || response.body === null) return response;
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(part, controller) {
          bytes += part.length;
          onBytes(bytes);
          controller.enqueue(part);
        },
      }),
    );
    const type = name.endsWith('.wasm') ? 'application/wasm' : (response.headers.get('content-type') ?? '');
    return new Response(isPacked ? gunzip(counted) : counted, { headers: { 'content-type': type } });
  };
}
