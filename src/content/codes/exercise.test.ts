import { expect, test } from 'vitest';
import { readExample } from './example.ts';
import { check, explain } from './testing/explain.ts';

/** The exercise of the examples, some of its files with another text; one without a text is taken away. */
function exercise(changed: Readonly<Record<string, string | undefined>>): string {
  const files = readExample('exercise-file', 'pass').map(({ path, shown }): [string, string | undefined] => [
    path,
    shown,
  ]);
  const named = Object.entries(changed).map(([name, text]): [string, string | undefined] => [
    `content/exercises/retry-with-backoff/${name}`,
    text,
  ]);
  return [...new Map([...files, ...named])]
    .flatMap(([path, text]) => (text === undefined ? [] : [`-- ${path} --\n${text}`]))
    .join('');
}

test('exercise-file', () => {
  expect(explain('exercise-file')).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/exercise.yaml:1:1  error  exercise-file  the exercise has no hints.md
        write content/exercises/retry-with-backoff/hints.md"
  `);
  const misnamed = '-- content/exercises/retry/exercise.yml --\nid: retry\n';
  expect(check('exercise-file', misnamed)).toMatchInlineSnapshot(`
    "content/exercises/retry/exercise.yml:1:1  error  exercise-file  the exercise has no exercise.yaml, so nothing shows it
        name it exercise.yaml"
  `);
  const lost = '-- content/exercises/retry/solution.py --\nx = 1\n-- content/exercises/retry/notes.md --\nText.\n';
  expect(check('exercise-file', lost)).toMatchInlineSnapshot(`
    "content/exercises/retry/notes.md:1:1  error  exercise-file  the exercise has no exercise.yaml, so nothing shows it
        write content/exercises/retry/exercise.yaml, or take the folder away"
  `);
});

test('exercise-file: of a folder cpython, too', () => {
  expect(check('exercise-file', exercise({ 'cpython/solution.py': 'x = 1\n' }))).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/exercise.yaml:1:1  error  exercise-file  the exercise has no cpython/test_solution.py
        write content/exercises/retry-with-backoff/cpython/test_solution.py"
  `);
});

test('file-unread: what nothing reads in the folder', () => {
  expect(check('file-unread', exercise({ 'wrong-name.py': 'x = 1\n' }))).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/wrong-name.py:1:1  warning  file-unread  nothing reads this file
        a file of an exercise in python is named as the guide says: wrong_<name>, hints.<language>.md and so on"
  `);
});

test('exercise-task', () => {
  expect(explain('exercise-task')).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/instructions.md:1:1  error  exercise-task  the instructions have no numbered task
        number the tasks from 1 on: ## 1. Store and find"
  `);
  const instructions = '## 1. Try again\n\nText.\n\n## 3. Wait\n\nText.\n\n## What is given\n\nText.\n';
  expect(check('exercise-task', exercise({ 'instructions.md': instructions }))).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/instructions.md:5:1  error  exercise-task  task 3 stands in place 2
        number the tasks from 1 on: ## 1. Store and find
    content/exercises/retry-with-backoff/instructions.md:9:1  error  exercise-task  the heading "What is given" has no number
        number the tasks from 1 on: ## 1. Store and find"
  `);
  const translated = { 'instructions.es.md': '## Otra vez\n\nTexto.\n' };
  expect(check('exercise-task', exercise(translated))).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/instructions.es.md:1:1  error  exercise-task  the translation has the tasks of no number, and the original has 1
        give its headings the numbers of the original"
  `);
});

test('exercise-hint', () => {
  expect(explain('exercise-hint')).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/hints.md:1:1  error  exercise-hint  no task has the heading "1. Try it again"
        write that of a task, word for word: 1. Try again
    content/exercises/retry-with-backoff/hints.md:1:1  error  exercise-hint  the task "1. Try again" has no hints
        write ## 1. Try again and a list below it"
  `);
  expect(check('exercise-hint', exercise({ 'hints.md': '## 1. Try again\n\nA paragraph.\n' }))).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/hints.md:1:1  error  exercise-hint  "1. Try again" has no hint
        write a list below it: - What …?"
  `);
  expect(check('exercise-hint', exercise({ 'hints.es.md': '## 2. Otra vez\n\n- Texto.\n' }))).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/hints.es.md:1:1  error  exercise-hint  the translation has the tasks 2, and the original has 1
        give its headings the numbers of the original"
  `);
});

test('exercise-test-title', () => {
  expect(explain('exercise-test-title')).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/test_solution.py:4:1  error  exercise-test-title  test_1_a_failure_is_tried_again has no docstring, so readers see its name
        begin it with a line that says what a right solution does: """Never more than five at once""""
  `);
});

test('exercise-test-task', () => {
  expect(explain('exercise-test-task')).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/test_solution.py:1:1  error  exercise-test-task  no test belongs to the task "1. Try again"
        write one, def test_1_…, or take the task out
    content/exercises/retry-with-backoff/test_solution.py:4:1  error  exercise-test-task  test_2_a_failure_is_tried_again belongs to task 2, which is not there
        name it after one of the tasks: test_<1>_…"
  `);
  const nameless = 'def test_it_works():\n    """It works"""\n';
  expect(check('exercise-test-task', exercise({ 'test_solution.py': nameless }))).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/test_solution.py:1:1  error  exercise-test-task  test_it_works says no task
        name it after one of the tasks: test_<1>_…
    content/exercises/retry-with-backoff/test_solution.py:1:1  error  exercise-test-task  no test belongs to the task "1. Try again"
        write one, def test_1_…, or take the task out"
  `);
});

test('exercise-wrong', () => {
  expect(explain('exercise-wrong')).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/exercise.yaml:1:1  warning  exercise-wrong  no wrong answer shows that the tests catch one
        write wrong_<name>.py with a mistake that people make"
  `);
});

test('exercise-wrong-reason', () => {
  expect(explain('exercise-wrong-reason')).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/wrong_gives_none.py:1:1  error  exercise-wrong-reason  this wrong answer does not say what is wrong with it
        begin it with a docstring of one sentence"
  `);
});

test('exercise-given', () => {
  expect(explain('exercise-given')).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/given/test_service.py:1:1  error  exercise-given  pytest takes this file for tests of the answer
        give it a name without test_"
  `);
  const yaml = readExample('exercise-given', 'pass').find(({ path }) => path.endsWith('exercise.yaml'))?.shown ?? '';
  const given = exercise({ 'exercise.yaml': yaml, 'given/compose.yaml': 'services: {}\n' });
  expect(check('exercise-given', given)).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/given/compose.yaml:1:1  error  exercise-given  the download has a compose.yaml of its own
        give the file another name"
  `);
  expect(check('exercise-given', exercise({ 'given/site.py': 'x = 1\n' }))).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/given/site.py:1:1  error  exercise-given  an exercise that runs in the page gives no files
        write runs: cpython in exercise.yaml, or take the folder away"
  `);
});

test('exercise-package', () => {
  expect(explain('exercise-package')).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/exercise.yaml:8:12  error  exercise-package  aiohttp is 3.13.2 here, and the tests run with 3.14.5
        write ==3.14.5"
  `);
  const yaml = readExample('exercise-package', 'pass').find(({ path }) => path.endsWith('exercise.yaml'))?.shown ?? '';
  const others = { 'exercise.yaml': yaml.replace('aiohttp', 'flask') };
  const requirements = '-- content/examples/requirements.txt --\naiohttp==3.14.5\n';
  expect(check('exercise-package', exercise(others) + requirements)).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/exercise.yaml:8:12  error  exercise-package  flask is not in content/examples/requirements.txt
        add it to requirements.in, and make the list of it
    content/exercises/retry-with-backoff/exercise.yaml:8:27  error  exercise-package  sqlalchemy is not in content/examples/requirements.txt
        add it to requirements.in, and make the list of it"
  `);
  // Where there is no list, nothing is asked.
  expect(check('exercise-package', exercise(others))).toBe('');
});

test('value-invalid: servers for a page', () => {
  const yaml = readExample('exercise-file', 'pass').find(({ path }) => path.endsWith('exercise.yaml'))?.shown ?? '';
  const served = exercise({ 'exercise.yaml': `${yaml}services: [redis]\n` });
  expect(check('value-invalid', served)).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/exercise.yaml:7:11  error  value-invalid  services is ["redis"]
        a page reaches no server: write runs: cpython, or take services out"
  `);
});

test('links of the texts lead from the page of the exercise', () => {
  const notes =
    'See [decorators](/decorators/), [a part](/decorators/#gone), [nothing](/decorator/) and [all](/exercises/).\n';
  expect(check('link-anchor', exercise({ 'notes.md': notes }))).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/notes.md:1:33  error  link-anchor  content/docs/decorators.md has no heading or item "#gone"
        it has no headings"
  `);
  expect(check('link-file', exercise({ 'notes.md': notes }))).toMatchInlineSnapshot(`
    "content/exercises/retry-with-backoff/notes.md:1:62  error  link-file  "/decorator/" leads to no page
        did you mean /decorators/?"
  `);
});

test('nothing of it is asked of a draft', () => {
  const yaml = readExample('exercise-file', 'pass').find(({ path }) => path.endsWith('exercise.yaml'))?.shown ?? '';
  const draft = exercise({
    'exercise.yaml': `${yaml}draft: true\n`,
    'instructions.md': 'Text.\n',
    'wrong_gives_none.py': undefined,
  });
  expect(check('exercise-task', draft) + check('exercise-wrong', draft)).toBe('');
});
