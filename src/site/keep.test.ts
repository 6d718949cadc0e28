import { expect, test, vi } from 'vitest';
import { keepByKey } from './keep.ts';

const files = vi.hoisted(() => ({ version: 1 }));
vi.mock('./site-files.ts', () => ({ files }));

function countCreations() {
  let created = 0;
  return keepByKey((key) => {
    created += 1;
    return `${key}${created}`;
  });
}

test('as long as the content is the same, there is one answer for each key', () => {
  const read = countCreations();
  expect([read('es'), read('en'), read('es')]).toEqual(['es1', 'en2', 'es1']);
});

test('of other content, the answer is another', () => {
  const read = countCreations();
  expect([read('es'), read('en')]).toEqual(['es1', 'en2']);
  files.version += 1;
  expect([read('en'), read('en'), read('es')]).toEqual(['en3', 'en3', 'es4']);
});
