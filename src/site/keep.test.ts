import { expect, test, vi } from 'vitest';
import { keepByFolder, keepByKey } from './keep.ts';

const versions = vi.hoisted((): Record<string, number> => ({}));
vi.mock('./site-files.ts', () => ({ files: { versionOf: (folder: string) => versions[folder] ?? 0 } }));

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
  versions['content/'] = 1;
  expect([read('en'), read('en'), read('es')]).toEqual(['en3', 'en3', 'es4']);
});

test('what is made of some folders stays as long as they are the same', () => {
  let created = 0;
  const keep = keepByFolder<number>();
  const read = () => keep('a', ['content/exercises/a/', 'content/i18n/'], () => ++created);
  expect([read(), read()]).toEqual([1, 1]);
  versions['content/docs/'] = 2;
  expect(read()).toBe(1);
  versions['content/i18n/'] = 3;
  expect([read(), read()]).toEqual([2, 2]);
});
