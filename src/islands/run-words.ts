/** What the page says about running code, in the reader's language: the server writes it beside the addresses of the engines. */
import { RUNNER_FILES_ID } from '../browser/runners/runner-files.ts';
import type { SqlWords } from './sql-words.ts';

export type RunWords = Readonly<Record<string, string>>;

let words: RunWords | undefined;

export function readRunWords(): RunWords {
  words ??=
    (JSON.parse(document.getElementById(RUNNER_FILES_ID)?.textContent ?? '{}') as { words?: RunWords }).words ?? {};
  return words;
}

/** The words of tables and plans. */
export function readSqlWords(): SqlWords {
  return (JSON.parse(document.getElementById(RUNNER_FILES_ID)?.textContent ?? '{}') as { sql: SqlWords }).sql;
}

/** A word with its gaps filled in: `{size}`. */
export function sayRun(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (readRunWords()[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** `6.1 MB`, in the language of the page. */
export function saySize(bytes: number): string {
  const format = new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
  return format.format(bytes / 1e6);
}
