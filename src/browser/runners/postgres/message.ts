/** What page and worker say to each other. A worker is started once, runs one request, and is ended. */
import type { RunReport } from '../runner.ts';
import type { PostgresAssets } from './assets.ts';
import type { GradeReport, GradeRequest } from './exercise.ts';
import type { SqlReport, SqlRequest } from './report.ts';

/** What a database is started from; the page keeps it, so that the next worker neither downloads nor compiles. */
export interface Engine {
  readonly wasm: WebAssembly.Module;
  readonly initdb: WebAssembly.Module;
  /** PostgreSQL's own files: time zones, dictionaries, the definitions of extensions. */
  readonly data: Blob;
  /** The files of an empty database, a tar. Without it `initdb` makes one, which takes ten times as long. */
  readonly template: Blob | undefined;
}

export type ToWorker = StartMessage | WorkMessage;

/** What a worker does once. */
export type WorkMessage =
  | { readonly kind: 'run'; readonly request: SqlRequest }
  | { readonly kind: 'grade'; readonly request: GradeRequest };

/** Download and start; or start from what was downloaded before. */
export type StartMessage = (
  | { readonly kind: 'load'; readonly assets: PostgresAssets; readonly cache: string | undefined }
  | { readonly kind: 'start'; readonly engine: Engine }
) & {
  /** Absolute address of the engine's files. */
  readonly folder: string;
  readonly extensions: readonly string[];
};

/** A run that came to no end of its own has the bare report. */
export type WorkReport = SqlReport | GradeReport | RunReport;

export type FromWorker =
  | StartNews
  /** The database is ready; `engine` has a template now, `isStored` when a later visit will find it. */
  | { readonly kind: 'started'; readonly engine: Engine; readonly isStored: boolean }
  | { readonly kind: 'report'; readonly report: WorkReport }
  | { readonly kind: 'failed'; readonly message: string };

export type StartNews =
  /** `share` of the download, from 0 to 1. */
  | { readonly kind: 'progress'; readonly share: number }
  /** Everything is downloaded; the database starts. */
  | { readonly kind: 'loaded' };
