/** The problems of a check as people, machines and GitHub read them. */
import { styleText } from 'node:util';
import { formatFrame } from '../../content/code-frame.ts';
import type { ContentFiles } from '../../content/files/content-files.ts';
import { isError, type Problem, severityOf } from '../../content/problem.ts';

export const FORMATS = ['text', 'json', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** What the check came to. */
export interface CheckResult {
  readonly problems: readonly Problem[];
  readonly files: ContentFiles;
  /** How many files were read. */
  readonly checked: number;
  /** Address under which each code has its page. */
  readonly errorsUrl: string;
  /** Sentences about what was run, written or not looked for. */
  readonly notes: readonly string[];
}

export const REPORTERS: Readonly<Record<Format, (result: CheckResult) => string>> = {
  text: formatText,
  json: formatJson,
  github: formatGitHub,
};

/** Place, severity, code and message; the line with a caret; a hint. At the end, the sum. */
function formatText({ problems, files, checked, errorsUrl, notes }: CheckResult): string {
  const blocks = problems.map((problem) => {
    const severity = severityOf(problem);
    const color = severity === 'error' ? 'red' : 'yellow';
    const place = `${problem.file}:${problem.line}:${problem.column}`;
    const frame = formatFrame(linesOf(files, problem.file), problem);
    return [
      `${styleText('bold', place)}  ${styleText(color, severity)}  ${problem.code}  ${problem.message}`,
      ...frame
        .split('\n')
        .filter(Boolean)
        .map((line) => styleText('dim', `  ${line}`)),
      `  ${styleText('cyan', 'hint:')} ${problem.hint}`,
    ].join('\n');
  });
  const errors = problems.filter(isError).length;
  const sum = `${count(checked, 'file')} checked: ${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`;
  const more = problems.length > 0 ? [`Every code is explained at ${errorsUrl}<code>/`] : [];
  return [...blocks, [...notes, styleText(errors > 0 ? 'red' : 'green', sum), ...more].join('\n')].join('\n\n');
}

/** One object, for editors and scripts: `{ "checked", "errors", "warnings", "problems": […] }`. */
function formatJson({ problems, checked, errorsUrl, notes }: CheckResult): string {
  const errors = problems.filter(isError).length;
  const described = problems.map((problem) => ({
    ...problem,
    severity: severityOf(problem),
    url: `${errorsUrl}${problem.code}/`,
  }));
  return JSON.stringify({ checked, errors, warnings: problems.length - errors, notes, problems: described }, null, 2);
}

/** Annotations on the lines of a pull request. @see https://docs.github.com/actions/reference/workflow-commands */
function formatGitHub({ problems, checked }: CheckResult): string {
  const lines = problems.map((problem) => {
    const { file, line, column, code, message, hint } = problem;
    const fields = [`file=${file}`, `line=${line}`, `col=${column}`, `title=${code}`].map(escapeField).join(',');
    return `::${severityOf(problem)} ${fields}::${escapeText(`${message}. ${hint}`)}`;
  });
  const errors = problems.filter(isError).length;
  return [...lines, `${count(checked, 'file')} checked: ${count(errors, 'error')}`].join('\n');
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The equals sign of `name=value` stays. */
function escapeField(field: string): string {
  return escapeText(field).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function linesOf(files: ContentFiles, file: string): readonly string[] {
  return files.has(file) ? files.read(file).text.split(/\r?\n/) : [];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
