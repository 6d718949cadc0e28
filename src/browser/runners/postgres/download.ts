/** Downloads the files of the engine, says how far it is, and unpacks them on the way. */
import { type FileSize, unpack } from '../unpack.ts';
import { ENGINE_FILES, type EngineFile, type PostgresAssets } from './assets.ts';

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
