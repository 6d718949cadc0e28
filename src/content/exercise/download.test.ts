import { expect, test } from 'vitest';
import { SERVICE_ADDRESSES, SERVICES } from '../service.ts';
import { createDownload } from './download.ts';
import { writeCompose } from './own-machine.ts';
import { createExampleExercise } from './testing/example-exercise.ts';

const options = { language: 'en', url: 'https://example.org/exercises/twice/' };

test('a folder holds the starter as the answer, the tests, and what runs them', () => {
  const files = createDownload(createExampleExercise(), options);
  expect(Object.keys(files).filter((name) => !name.startsWith('simulation'))).toEqual([
    'README.md',
    'solution.py',
    'test_solution.py',
    'conftest.py',
    'requirements.txt',
  ]);
  expect(files['solution.py']).toBe('def double(n):\n    return n\n');
  expect(files['README.md']).toMatchInlineSnapshot(`
    "# Twice

    Double a number.

    https://example.org/exercises/twice/

    Write your answer in \`solution.py\`. Python 3.11 or newer runs the tests:

    \`\`\`sh
    python -m pip install -r requirements.txt
    python -m pytest
    \`\`\`

    No test takes real time or touches the network: \`conftest.py\` runs each in a simulation.

    Some numbers are too small.

    ## 1. Double \`n\`

    \`double(21)\` is \`42\`.

    ## 2. Refuse text

    Raise.
    "
  `);
});

test('a folder has the modules that its code imports, and no others', () => {
  const names = (starter: string) =>
    Object.keys(createDownload(createExampleExercise({ 'starter.py': starter }), options));
  expect(names('import asyncio\n').some((name) => name.startsWith('simweb'))).toBe(false);
  expect(names('from simweb import ClientSession\n').some((name) => name.startsWith('simweb'))).toBe(true);
  expect(names('').some((name) => name.startsWith('simulation'))).toBe(true);
});

test('a folder asks for pytest and for the packages of the exercise, pinned', () => {
  const yaml =
    'id: twice\ntitle: T\ndescription: D\nlevel: senior\nminutes: 5\nnotes: [home]\npackages: [aiohttp==3.13.2]\n';
  const cpython = { 'cpython/solution.py': 'x = 1\n', 'cpython/test_solution.py': 'y = 1\n' };
  const files = createDownload(createExampleExercise({ 'exercise.yaml': yaml, ...cpython }), options);
  expect(files['requirements.txt']).toMatch(/^pytest==[\d.]+\naiohttp==3\.13\.2\n$/);
  expect(files).toMatchObject(cpython);
  expect(files['README.md']).toContain('cd cpython');
});

test('what runs on packages alone has no simulation', () => {
  const yaml = 'id: twice\ntitle: T\ndescription: D\nlevel: senior\nminutes: 5\nnotes: [home]\nruns: cpython\n';
  const files = createDownload(createExampleExercise({ 'exercise.yaml': yaml }), options);
  expect(Object.keys(files)).toEqual(['README.md', 'solution.py', 'test_solution.py', 'requirements.txt']);
  expect(files['README.md']).not.toContain('simulation');
});

test('what is given goes along as it is, and servers are started as the repository starts them', () => {
  const yaml =
    'id: twice\ntitle: T\ndescription: D\nlevel: senior\nminutes: 5\nnotes: [home]\nruns: cpython\nservices: [redis]\n';
  const given = { 'given/shop/models.py': 'x = 1\n', 'given/shop/__init__.py': '' };
  const folder = createExampleExercise({ 'exercise.yaml': yaml, ...given });
  const files = createDownload(folder, options);
  expect(files).toMatchObject({ 'shop/models.py': 'x = 1\n', 'shop/__init__.py': '' });
  expect(files['compose.yaml']).toMatchInlineSnapshot(`
    "# Nothing they hold is kept. Start: docker compose up --wait
    services:
      redis:
        image: redis:8
        command:
          - redis-server
          - --save
          - ""
          - --appendonly
          - "no"
        ports:
          - 127.0.0.1:6379:6379
        healthcheck:
          test:
            - CMD
            - redis-cli
            - ping
          interval: 2s
          retries: 15
    "
  `);
  expect(files['README.md']).toMatchInlineSnapshot(`
    "# T

    D

    https://example.org/exercises/twice/

    Write your answer in \`solution.py\`. Python 3.11 or newer runs the tests:

    \`\`\`sh
    python -m venv .venv
    . .venv/bin/activate  # Windows: .venv\\Scripts\\activate
    python -m pip install -r requirements.txt
    python -m pytest
    \`\`\`

    The tests talk to servers. Docker starts and ends them:

    \`\`\`sh
    docker compose up --wait
    docker compose down
    \`\`\`

    The tests look for them at these addresses. Servers of your own are named by the same variables of the environment:

    \`\`\`sh
    REDIS_URL=redis://localhost:6379/0
    \`\`\`

    What the tests put there has names of its own and is taken away in the end.

    Some numbers are too small.

    ## 1. Double \`n\`

    \`double(21)\` is \`42\`.

    ## 2. Refuse text

    Raise.
    "
  `);
});

test('each server that an exercise may take is in compose.yaml, at the address where tests look for it', () => {
  for (const name of SERVICES) {
    const { port } = new URL(SERVICE_ADDRESSES[name].local);
    expect(writeCompose([name])).toContain(`127.0.0.1:${port}:${port}`);
  }
});

test('an exercise in SQL brings its tables and says how to run them', () => {
  const yaml = 'id: twice\ntitle: T\ndescription: D\nlevel: senior\nminutes: 5\nnotes: [home]\nlanguage: sql\n';
  const files = createDownload(
    createExampleExercise({
      'exercise.yaml': yaml,
      'setup.sql': 'CREATE TABLE t ();\n',
      'starter.sql': '-- 1. Begin\n',
      'solution.sql': 'SELECT 1;\n',
      'checks.yaml': '[]\n',
      'wrong_two.sql': '-- Says two.\n',
    }),
    options,
  );
  expect(Object.keys(files).sort()).toEqual(['README.md', 'checks.yaml', 'setup.sql', 'solution.sql']);
  expect(files['solution.sql']).toBe('-- 1. Begin\n');
  expect(files['README.md']).toContain('psql exercise --file setup.sql --file solution.sql');
});
