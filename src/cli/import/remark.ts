/** What could not be brought over as it was, for the report. */
export interface Remark {
  /** As it lies in the source. */
  readonly file: string;
  readonly message: string;
}
