/** Fetches Pyodide's files with a count of what has come, and unpacks those that the site keeps packed. */
import { gunzip } from '../gunzip.ts';

/** Files that the build leaves only packed; it names them the same, with `.gz`. */
const PACKED = ['pyodide.asm.wasm'];

interface DownloadNews {
  /** Told how many bytes have come so far. */
  onBytes(bytes: number): void;
  /** Told of a file that did not come whole: Pyodide itself only writes to the console then, and waits for ever. */
  onFailure(error: unknown): void;
}

/**
 * Puts itself in front of `fetch` of this worker, since Pyodide loads its files by it.
 * @param base address of the folder
 */
export function countDownloads(base: string, { onBytes, onFailure }: DownloadNews): void {
  const { fetch } = globalThis;
  let bytes = 0;
  const load = async (url: string, options?: RequestInit): Promise<Response> => {
    const name = url.slice(base.length);
    const isPacked = PACKED.includes(name);
    const response = await fetch(isPacked ? `${url}.gz` : url, options);
    if (!response.ok || response.body === null) throw new Error(`${name}: ${response.status} ${response.statusText}`);
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
    const body = watch(isPacked ? gunzip(counted) : counted, onFailure);
    return new Response(body, { headers: { 'content-type': type } });
  };
  globalThis.fetch = async (input, options) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.startsWith(base)) return fetch(input, options);
    try {
      return await load(url, options);
    } catch (error) {
      onFailure(error);
      throw error;
    }
  };
}

/** The same stream; what breaks it off is told as well. */
function watch(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  onFailure: (error: unknown) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        onFailure(error);
        controller.error(error);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
