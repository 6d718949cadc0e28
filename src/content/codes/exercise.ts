import type { CodeTable } from './code.ts';

export const EXERCISE_CODES = {
  'exercise-file': {
    severity: 'error',
    title: 'An exercise lacks one of its files',
    why: 'Each file is a part of the exercise: the task, hints, the code to begin with, the tests that say when it is solved, a solution, and what is worth knowing afterwards. Without one of them readers get stuck.',
    mend: 'Write the file that is named. An exercise is a folder with `exercise.yaml`, `instructions.md`, `hints.md`, `starter.py`, `solution.py`, `test_solution.py` and `notes.md`; `npm run new exercise <id> "Title"` writes all of them. A folder `cpython/` has both `solution.py` and `test_solution.py`.',
  },
  'exercise-task': {
    severity: 'error',
    title: 'The tasks of an exercise are not numbered',
    why: 'Hints, tests and the list of results lead to a task by its number. A task without one, or a number that is missing or there twice, leads a reader whose test fails to the wrong text or to none.',
    mend: 'Give each heading of the second level in `instructions.md` a number, from 1 on: `## 1. Store and find`, `## 2. Know the order of use`. What is no task stands before the first of them, or below a heading of the third level. A translation has the same numbers.',
  },
  'exercise-hint': {
    severity: 'error',
    title: 'The hints and the tasks do not match',
    why: 'A reader opens the hints of the task that they are at. Hints below another heading are shown with no task, and a task without hints leaves a reader with the solution as the only help.',
    mend: 'Write in `hints.md` the headings of `instructions.md`, word for word, and below each a list: the first hint points in a direction, the last is one step before the code. In a translation the numbers decide.',
  },
  'exercise-test-title': {
    severity: 'error',
    title: 'A test does not say what it demands',
    why: 'The first line of the docstring is what a reader sees in the list of results, passed or failed. Without it the list shows the name of a function.',
    mend: 'Begin the test with a docstring whose first line says what a right solution does: `"""Never more than five downloads at once"""`. Say it so that it is true when the test passes.',
  },
  'exercise-test-task': {
    severity: 'error',
    title: 'A test and a task do not find each other',
    why: 'A failing test leads to its task and to the hints of it. A test without the number of a task leads nowhere, and a task that no test belongs to is solved by whoever skips it.',
    mend: 'Name each test after its task and what it sees to: `test_2_get_moves_to_the_front` belongs to `## 2. …` of `instructions.md`. Give each task at least one test.',
  },
  'exercise-given': {
    severity: 'error',
    title: 'A given file cannot go into the download',
    why: 'What lies in `given/` is put beside the answer on the reader’s machine, as it is. There it would overwrite a file of the exercise, or pytest would take it for tests of the answer. An exercise that runs in the page has no such place: nobody would see the file.',
    mend: 'Give the file another name than those of the download: `solution.py`, `test_solution.py`, `README.md`, `requirements.txt`, `compose.yaml`, and none that begins with `test_`. Where the exercise takes packages or services, write `runs: cpython`; otherwise take `given/` away.',
  },
  'exercise-package': {
    severity: 'error',
    title: 'A package of an exercise is not the one that the tests use',
    why: 'Solution and tests are proved with the packages of `content/examples/requirements.txt`. With another version on their machine, readers may fail where nothing is wrong with their answer.',
    mend: 'Write the version that the message names. A package that is missing there goes into `content/examples/requirements.in`, exact; the command in its first lines makes `requirements.txt` of it.',
  },
  'exercise-wrong': {
    severity: 'warning',
    title: 'An exercise has no wrong answer',
    why: 'Tests that nobody has seen fail may demand nothing. A wrong answer that is known to fail shows that they catch the mistake which people really make, and what its author is told.',
    mend: 'Write two to four answers with a plausible mistake each, `wrong_<name>.py` beside `solution.py`. The tests of the site see to it that each of them fails with a message.',
  },
  'exercise-wrong-reason': {
    severity: 'error',
    title: 'A wrong answer does not say what is wrong with it',
    why: 'It looks like a solution. Whoever finds it, or finds the test that fails because of it, has to work out what the mistake is, and one day somebody mends it.',
    mend: 'Begin `wrong_<name>.py` with a docstring of one sentence: `"""Counts a failed call against the limit."""`. In SQL it is a comment in the first line.',
  },
} as const satisfies CodeTable;
