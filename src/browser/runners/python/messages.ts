/** What the page and the Python worker say to each other. */
import type { OutputChunk } from '../runner.ts';
import type { PythonAssets } from './assets.ts';
import type { PythonReport, PythonRequest } from './request.ts';

export interface StartMessage {
  readonly kind: 'start';
  /** Its folder is a whole address. */
  readonly assets: PythonAssets;
  /** Name of the cache for the memory snapshot. */
  readonly cache: string;
  /** Whether to use and make a snapshot. */
  readonly snapshot: boolean;
}

export interface RunMessage {
  readonly kind: 'run';
  readonly id: number;
  readonly request: PythonRequest;
  /** Milliseconds until the interrupt. */
  readonly limit: number;
}

export type ToWorker = StartMessage | RunMessage;

export type FromWorker =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'starting' }
  /** `from`: whether the interpreter was started or restored. */
  | { readonly kind: 'ready'; readonly from: 'start' | 'snapshot' }
  | { readonly kind: 'output'; readonly id: number; readonly chunks: readonly OutputChunk[] }
  /** `isWorn`: the next run should have a fresh interpreter. */
  | { readonly kind: 'done'; readonly id: number; readonly report: PythonReport; readonly isWorn: boolean }
  /** The interpreter is gone: while it was loaded where there is no `id`. */
  | { readonly kind: 'broken'; readonly id: number | undefined; readonly message: string };
