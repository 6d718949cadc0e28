/** An engine that runs in readers' browsers, as files to publish: which, from where, and in what form. */

export interface EngineFile {
  /** Absolute path. */
  readonly from: string;
  /** Name in the published folder; `.gz` is added where it is packed. */
  readonly to: string;
  /**
   * Published only gzipped, and unpacked by the worker: on hosts that compress nothing, or not this type, it would be several
   * times as large.
   */
  readonly isPacked?: boolean;
  /** Changes the text before it is published. */
  readonly change?: (text: string) => string;
  /** Of its kind, which hosts do not compress: counted as it is. */
  readonly isIncompressible?: boolean;
}

export interface Engine {
  readonly name: 'pyodide' | 'pglite' | 'sqlite';
  /** Part of the folder's name, so that what lies in it never changes. */
  readonly version: string;
  readonly files: readonly EngineFile[];
}
