/** Downloads the files of the engine, says how far it is, and unpacks them on the way. */
import { ENGINE_FILES, type EngineFile, type FileSize, type PostgresAssets } from './assets.ts';

export type EngineStreams = Readonly<Record<EngineFile, ReadableStream<Uint8Array<ArrayBuffer>>>>;

/**
 * Begins all downloads at once. Rejects when one cannot be begun; one that breaks off later breaks its stream.
 * @param onProgress is given the share of all bytes, from 0 to 1
 */
export async function downloadEngine(
  { folder, files }: PostgresAssets,
  onProgress: (share: number) => void,
): Promise<EngineStreams> {
  const total = ENGINE_FILES.reduce((sum, name) => sum + files[name].wire, 0);
  const shares: Record<EngineFile, number> = { 'pglite.wasm': 0, 'pglite.data': 0, 'initdb.wasm': 0 };
  const load = (name: EngineFile) =>
    openUnpacked(`${folder}${name}.gz`, files[name], (share) => {
      shares[name] = share;
      onProgress(Math.min(1, ENGINE_FILES.reduce((sum, other) => sum + shares[other] * files[other].wire, 0) / total));
    });
  const [wasm, data, initdb] = await Promise.all([load('pglite.wasm'), load('pglite.data'), load('initdb.wasm')]);
  return { 'pglite.wasm': wasm, 'pglite.data': data, 'initdb.wasm': initdb };
}

async function openUnpacked(
  url: string,
  size: FileSize,
  onProgress: (share: number) => void,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return unpack(response.body, size, onProgress);
}

/**
 * Unpacks a gzipped file. Some hosts say `Content-Encoding: gzip` of a file that ends in `.gz`, and the browser has then
 * unpacked it already; what the file begins with tells.
 */
export async function unpack(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  { wire, raw }: FileSize,
  onProgress: (share: number) => void,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const reader = body.getReader();
  const first = await readStart(reader);
  const isPacked = first.value?.[0] === 0x1f && first.value[1] === 0x8b;
  let seen = 0;
  const counted = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      pass(first, controller);
    },
    async pull(controller) {
      pass(await reader.read(), controller);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  function pass(
    { value, done }: ReadableStreamReadResult<Uint8Array<ArrayBuffer>>,
    controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>,
  ): void {
    if (done) {
      controller.close();
      return;
    }
    seen += value.length;
    onProgress(Math.min(1, seen / (isPacked ? wire : raw)));
    controller.enqueue(value);
  }
  return isPacked ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
}

/** The first two bytes or more, which may come one by one. */
async function readStart(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
): Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>> {
  const first = await reader.read();
  if (first.done || first.value.length > 1) return first;
  const second = await reader.read();
  if (second.done) return first;
  const value = new Uint8Array(first.value.length + second.value.length);
  value.set(first.value);
  value.set(second.value, first.value.length);
  return { value, done: false };
}
