/** What the files of an exercise in SQL say of each other: checks, tasks, and the lines that begin a task in its code. */
import { splitTasks } from '../../domain/task-code.ts';
import type { Code } from '../codes/table.ts';
import { CODE_FILES } from '../exercise/folder.ts';
import type { SqlChecksFile } from '../exercise/sql-checks.ts';
import type { Task } from '../exercise/task.ts';
import { type Position, type Problem, START } from '../problem.ts';

export interface SqlExerciseFiles {
  readonly folder: string;
  readonly names: readonly string[];
  read(name: string): string | undefined;
  readonly tasks: readonly Task[];
  /** Those of the file that judges. */
  readChecks(): SqlChecksFile;
}

export function checkSql({ folder, names, read, tasks, readChecks }: SqlExerciseFiles): Problem[] {
  const { starter, solution, tests, wrong } = CODE_FILES.sql;
  const text = read(tests);
  if (text === undefined || text.trim() === '' || tasks.length === 0) return [];
  const file = folder + tests;
  const { data, problems, yaml } = readChecks();
  if (data === undefined) return problems.map((problem) => ({ file, ...problem }));
  const numbers = tasks.map(({ number }) => number);
  const code = names.filter((name) => [starter, solution].includes(name) || wrong.test(name));
  return [
    ...data.flatMap(({ name }, index) =>
      data.findIndex((other) => other.name === name) === index
        ? []
        : [
            at(
              file,
              yaml.positionOf([index, 'name']),
              'id-duplicate',
              `the name "${name}" is that of another check`,
              'give it another',
            ),
          ],
    ),
    ...data.flatMap(({ task }, index) =>
      numbers.includes(task)
        ? []
        : [
            at(
              file,
              yaml.positionOf([index, 'task']),
              'exercise-test-task',
              `this check belongs to task ${task}, which is not there`,
              `write one of the tasks: ${numbers.join(', ')}`,
            ),
          ],
    ),
    ...tasks
      .filter(({ number }) => !data.some(({ task }) => task === number))
      .map(({ heading }) =>
        at(
          file,
          START,
          'exercise-test-task',
          `no check belongs to the task "${heading}"`,
          'write one, or take the task out',
        ),
      ),
    ...code.flatMap((name) => {
      const marked = splitTasks(read(name) ?? '').tasks;
      return tasks
        .filter(({ number }) => !marked.has(number))
        .map(({ number }) =>
          at(
            folder + name,
            START,
            'exercise-task',
            `no line begins task ${number}, so nothing can be graded`,
            `write -- ${number}. and what it is about above its code`,
          ),
        );
    }),
  ];
}

function at(file: string, position: Position, code: Code, message: string, hint: string): Problem {
  return { file, ...position, code, message, hint };
}
