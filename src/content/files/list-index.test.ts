import { expect, test } from 'vitest';
import type { ContentFiles } from './content-files.ts';
import { createListIndex, keepList, listBelow } from './list-index.ts';
import { createMemoryFiles } from './memory-files.ts';

const files = createMemoryFiles({
  'content/exercises/a/exercise.yaml': '',
  'content/exercises/a/given/app.py': '',
  'content/exercises/ab/exercise.yaml': '',
});

test('names below a folder are relative to it, those of folders in it included', () => {
  expect(listBelow(files, 'content/exercises/a/')).toEqual(['exercise.yaml', 'given/app.py']);
  expect(listBelow(files, 'content/projects/')).toEqual([]);
});

test('an index is made once for a list, and anew for another', () => {
  let made = 0;
  const count = createListIndex((paths) => {
    made += 1;
    return paths.length;
  });
  const steady = keepList(files);
  expect([count(steady), count(steady), made]).toEqual([3, 3, 1]);
  const live: ContentFiles = { ...files, list: () => [...files.list(), 'content/docs/new.md'] };
  expect([count(live), made]).toEqual([4, 2]);
});
