/** Starts databases in the worker: the first by `initdb`, the others as copies of an empty one. */
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import type { PostgresAssets } from './assets.ts';
import { downloadEngine } from './download.ts';
import { preloadParameters } from './extension.ts';
import type { Engine } from './message.ts';

/** Downloads the engine and compiles it while it arrives. */
export async function loadEngine(assets: PostgresAssets, onProgress: (share: number) => void): Promise<Engine> {
  const streams = await downloadEngine(assets, onProgress);
  const [wasm, initdb, data] = await Promise.all([
    compile(streams['pglite.wasm']),
    compile(streams['initdb.wasm']),
    new Response(streams['pglite.data']).blob(),
  ]);
  return { wasm, initdb, data, template: undefined };
}

/**
 * An empty database.
 * @param folder where the files of extensions are
 */
export function createDatabase(engine: Engine, folder: string, extensions: readonly string[]): Promise<PGlite> {
  return PGlite.create({
    pgliteWasmModule: engine.wasm,
    initdbWasmModule: engine.initdb,
    fsBundle: engine.data,
    ...(engine.template === undefined ? {} : { loadDataDir: engine.template }),
    ...extensionOptions(extensions, folder),
  });
}

/** What PGlite is told of extensions: where their files are, and what the server must load when it starts. */
export function extensionOptions(extensions: readonly string[], folder: string): PGliteOptions {
  return {
    extensions: Object.fromEntries(extensions.map((name) => [name, new URL(`${name}.tar.gz`, folder)])),
    startParams: [...PGlite.defaultStartParams, ...preloadParameters(extensions)],
  };
}

function compile(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<WebAssembly.Module> {
  return WebAssembly.compileStreaming(new Response(stream, { headers: { 'content-type': 'application/wasm' } }));
}
