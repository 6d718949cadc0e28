/** The words of SQL results in the page's language: `study.sql.…`, as they stand in the files of `content/i18n`. */
export interface SqlWords {
  /** With `{{number}}`. */
  readonly result: string;
  /** With `{{count}}`. */
  readonly rows: string;
  readonly oneRow: string;
  /** With `{{shown}}` and `{{count}}`. */
  readonly shown: string;
  /** With `{{code}}`. */
  readonly error: string;
  readonly plan: string;
  /** With `{{actual}}` and `{{estimated}}`. */
  readonly planRows: string;
  /** With `{{estimated}}`. */
  readonly planEstimated: string;
  /** With `{{times}}`. */
  readonly planMore: string;
  readonly planFewer: string;
  /** With `{{loops}}`. */
  readonly planLoops: string;
  readonly planNever: string;
  /** With `{{ms}}`. */
  readonly planMs: string;
  /** With `{{hit}}` and `{{read}}`. */
  readonly planBuffers: string;
  /** With `{{temp}}`. */
  readonly planTemp: string;
  /** With `{{share}}`. */
  readonly planTime: string;
  readonly planCost: string;
}

/** Writes values into a sentence: `{{count}} rows`. Numbers are written as the page's language does. */
export function fillIn(sentence: string, values: Readonly<Record<string, string | number>>): string {
  const lang = document.documentElement.lang || undefined;
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? value.toLocaleString(lang) : value;
  });
}
