/** The tests of an exercise, read from their text: what the reader sees of each, and the task that it belongs to. */
import type { ExerciseLanguage } from '../kinds/exercise.ts';

export interface TestFunction {
  /** `test_1_none_is_a_value` */
  readonly name: string;
  /** Number of the task; `undefined` where the name has none. */
  readonly task: number | undefined;
  /** First line of the docstring: what the reader sees. */
  readonly title: string | undefined;
  /** 1-based line of the `def`. */
  readonly line: number;
}

const DEFINITION = /^(?:async[ \t]+)?def[ \t]+(test_\w*)[ \t]*\(/;
const DOCSTRING = /^[ \t]+[rR]?("""|'''|"|')([\s\S]*?)\1/;

/** The functions of a module that a test runner would call, in order. */
export function readTestFunctions(text: string): TestFunction[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const name = DEFINITION.exec(line)?.[1];
    if (name === undefined) return [];
    const task = /^test_(\d+)_/.exec(name)?.[1];
    return [
      {
        name,
        task: task === undefined ? undefined : Number(task),
        title: readDocstring(lines.slice(index)),
        line: index + 1,
      },
    ];
  });
}

/** What a file of code says of itself in its first line: a docstring in Python, a comment in SQL. */
export function readReason(text: string, language: ExerciseLanguage): string | undefined {
  if (language === 'sql') return firstLine(/^\s*--[ \t]*(.*)/.exec(text)?.[1]);
  const body = text.replace(/^(?:[ \t]*(?:#.*)?\r?\n)*/, '');
  return firstLine(DOCSTRING.exec(` ${body}`)?.[2]);
}

/** @param lines from the `def` on; the signature may take several */
function readDocstring(lines: readonly string[]): string | undefined {
  const end = lines.findIndex((line) => /:[ \t]*(#.*)?$/.test(line));
  const body = lines
    .slice(end + 1)
    .join('\n')
    .replace(/^(?:[ \t]*(?:#.*)?\n)*/, '');
  return firstLine(DOCSTRING.exec(body)?.[2]);
}

function firstLine(text: string | undefined): string | undefined {
  return text?.trim().split('\n')[0]?.trim() || undefined;
}
