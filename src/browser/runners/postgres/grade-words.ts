/** Why an answer is not right yet, in the page's language: `study.grade.…`, as they stand in the files of `content/i18n`. */

export const GRADE_KEYS = [
  'noTask',
  'noRows',
  'raised',
  'columns',
  'count',
  'order',
  'row',
  'rows',
  'oneRow',
  'statements',
  'says',
  'avoids',
  'uses',
  'never',
  'index',
  'anyIndex',
  'buffers',
  'heapFetches',
  'partitions',
  'variant',
] as const;
export type GradeWords = Readonly<Record<(typeof GRADE_KEYS)[number], string>>;

/** Writes values into a sentence: `{{count}} rows`. */
export function sayGrade(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
