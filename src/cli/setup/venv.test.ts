import { readFileSync } from 'node:fs';
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
