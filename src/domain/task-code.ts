/** The parts of an answer in SQL: what stands below `-- 1. …` belongs to task 1. */

export interface TaskCode {
  /** What stands above the first task: belongs to all of them. */
  readonly preamble: string;
  readonly tasks: ReadonlyMap<number, string>;
}

const MARK = /^--[ \t]*(\d+)\./;

/** Each part keeps its place: the lines before it are empty, so that an error's line is that of the whole answer. */
export function splitTasks(code: string): TaskCode {
  const parts = new Map<number, string[]>();
  const lines = code.split(/\r?\n/);
  let task = 0;
  for (const [index, line] of lines.entries()) {
    const number = MARK.exec(line)?.[1];
    if (number !== undefined) task = Number(number);
    const part = parts.get(task) ?? Array.from({ length: index }, () => '');
    // A task that goes on further down leaves a gap of as many lines.
    while (part.length < index) part.push('');
    part.push(line);
    parts.set(task, part);
  }
  const joined = new Map([...parts].map(([number, part]) => [number, part.join('\n')]));
  const preamble = joined.get(0) ?? '';
  joined.delete(0);
  return { preamble, tasks: joined };
}

/** The words of a code without comments and without what stands in quotes, in lower case, with one space between. */
export function plainWords(code: string): string {
  return code
    .replace(/--.*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, ' ')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
