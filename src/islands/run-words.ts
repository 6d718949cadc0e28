/** What the page says about running code, in the reader's language: the server writes it beside the addresses of the engines. */
import { RUNNER_FILES_ID } from '../browser/runners/runner-files.ts';
import { readTimelineWords, type TimelineWords } from '../domain/timeline-words.ts';
import { readDataOfPage, type Words } from './page-words.ts';
import type { SqlWords } from './sql-words.ts';

interface WrittenWords {
  readonly words: Words;
  readonly sql: SqlWords;
  readonly timeline: Words;
}

let written: WrittenWords | undefined;

function read(): WrittenWords {
  written ??= readDataOfPage<WrittenWords>(RUNNER_FILES_ID);
  return written;
}

/** The words of tables and plans. */
export function readSqlWords(): SqlWords {
  return read().sql;
}

/** The words of a timeline; its gaps are filled in by the drawing. */
export function readTimelineNames(): TimelineWords {
  return readTimelineWords((word) => (read().timeline[word] ?? '').replace(/\{\{(\w+)\}\}/g, '{$1}'));
}

/** A word with its gaps filled in: `{size}`. */
export function sayRun(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (read().words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
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
