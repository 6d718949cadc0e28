/** Fetches Pyodide's files, says how far that is, and unpacks those that the site keeps packed. */
import { unpack } from '../unpack.ts';
import type { PythonAssets } from './assets.ts';

/** Files that the build leaves only packed; it names them the same, with `.gz`. */
const PACKED = ['pyodide.asm.wasm'];
/** What Pyodide fetches; its scripts are imported, which nobody can watch, and are small beside these. */
const WATCHED = ['pyodide.asm.wasm', 'python_stdlib.zip'] as const;

interface DownloadNews {
  /** Told the share of all bytes that have come, from 0 to 1. */
  onProgress(share: number): void;
  /** Told of a file that did not come whole: Pyodide itself only writes to the console then, and waits for ever. */
  onFailure(error: unknown): void;
}

/** Puts itself in front of `fetch` of this worker, since Pyodide loads its files by it. */
export function watchDownloads({ folder, files }: PythonAssets, { onProgress, onFailure }: DownloadNews): void {
  const { fetch } = globalThis;
  const wireOf = (name: string): number => files[name]?.wire ?? 0;
  const total = WATCHED.reduce((sum, name) => sum + wireOf(name), 0);
  const shares = new Map<string, number>();
  const report = (name: string, share: number): void => {
    if (!files[name] || !WATCHED.some((watched) => watched === name)) return;
    shares.set(name, share);
    onProgress([...shares].reduce((sum, [other, part]) => sum + part * wireOf(other), 0) / total);
  };
  const load = async (url: string, options?: RequestInit): Promise<Response> => {
    const name = url.slice(folder.length);
    const response = await fetch(PACKED.includes(name) ? `${url}.gz` : url, options);
    if (!response.ok || response.body === null) throw new Error(`${name}: ${response.status} ${response.statusText}`);
    const size = files[name] ?? { wire: 1, raw: 1 };
    const unpacked = await unpack(response.body, size, (share) => report(name, share));
    const type = name.endsWith('.wasm') ? 'application/wasm' : (response.headers.get('content-type') ?? '');
    return new Response(watchFailure(unpacked, onFailure), { headers: { 'content-type': type } });
  };
  globalThis.fetch = async (input, options) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.startsWith(folder)) return fetch(input, options);
    try {
      return await load(url, options);
    } catch (error) {
      onFailure(error);
      throw error;
    }
  };
}

/** The same stream; what breaks it off is told as well. */
function watchFailure(
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
