/** Files of packages that pages load while they run, too large or too particular for a bundle: engines, data. */

/** One folder of such files, published as `vendor/<name>-<version>/`: what is below it never changes. */
export interface VendorFolder {
  readonly name: string;
  readonly version: string;
  readonly files: readonly VendorFile[];
}

export interface VendorFile {
  /** Absolute path. */
  readonly from: string;
  /** Path below the folder. */
  readonly to: string;
  /** Packed by the build, with `.gz` in `to`: hosts do not compress what they take for data. */
  readonly gzip: boolean;
}
