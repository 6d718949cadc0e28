/** The words of SQL results in the page's language: `study.sql.…`, as they stand in the files of `content/i18n`. */
import { pickForm } from '../domain/plural.ts';

export interface SqlWords {
  /** With `{{number}}`. */
  readonly result: string;
  /** With `{{count}}`; its other forms stand beside it. */
  readonly rows: string;
  /** With `{{shown}}` and `{{count}}`. */
  readonly shown: string;
  /** With `{{code}}`. */
  readonly error: string;
  readonly plan: string;
  /** With `{{count}}` and `{{estimated}}`. */
  readonly planRows: string;
  /** With `{{count}}`. */
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

/** The same of what is counted, in the form that goes with the number: `1 row`. */
export function sayCount(
  words: SqlWords,
  name: 'rows' | 'planRows' | 'planEstimated',
  count: number,
  values: Readonly<Record<string, number>> = {},
): string {
  return fillIn(pickForm(words, name, count, document.documentElement.lang), { count, ...values });
}
