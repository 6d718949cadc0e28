import { afterEach, expect, test, vi } from 'vitest';
import { keepByKey } from './keep.ts';

afterEach(() => vi.unstubAllEnvs());

const turn = () => new Promise((resolve) => setImmediate(resolve));

function countCreations() {
  let created = 0;
  const read = keepByKey((key) => {
    created += 1;
    return `${key}${created}`;
  });
  return read;
}

test('a build has one answer for each key', async () => {
  vi.stubEnv('DEV', false);
  const read = countCreations();
  expect([read('es'), read('en'), read('es')]).toEqual(['es1', 'en2', 'es1']);
  await turn();
  expect(read('es')).toBe('es1');
});

test('while somebody writes, what asks again later gets a new answer', async () => {
  vi.stubEnv('DEV', true);
  const read = countCreations();
  expect([read('es'), read('es')]).toEqual(['es1', 'es1']);
  await turn();
  expect(read('es')).toBe('es2');
});
