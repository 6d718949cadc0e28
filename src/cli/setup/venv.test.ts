import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDownload } from '../../content/exercise/download.ts';
import { createExampleExercise } from '../../content/exercise/testing/example-exercise.ts';
import { PYTEST } from './venv.mjs';

test('exercises are tested with the pytest that their folders ask for', () => {
  const files = createDownload(createExampleExercise(), { language: 'en', url: 'https://example.org/' });
  expect(files['requirements.txt']).toBe(`${PYTEST}\n`);
});

test('the environment is no part of the repository', () => {
  expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('.cache/');
});

// A fork may have no examples.
test.runIf(existsSync('content/examples'))('every package of the examples is pinned, with hashes', () => {
  const requirements = readFileSync('content/examples/requirements.txt', 'utf8')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter(Boolean);
  const pinned = /^[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}/;
  expect(requirements.filter((requirement) => !pinned.test(requirement))).toEqual([]);
  const names = requirements.map((requirement) => requirement.split('==')[0]);
  const sources = readFileSync('content/examples/requirements.in', 'utf8').match(/^[a-z][^#\s[=]*/gm) ?? [];
  expect(sources.filter((name) => !names.includes(name))).toEqual([]);
});
