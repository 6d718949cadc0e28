import path from 'node:path';
import { expect, test } from 'vitest';
import site from '../../../site.config.ts';
import { foldersOf } from '../../content/check/checked-site.ts';
import { openDiskFiles } from '../../content/files/disk-files.ts';
import { isFirstTime } from './answers.ts';
import { isOurContent } from './our-content.ts';

test.each([
  ['content/docs/index.md', true],
  ['content/docs/pt-br/method.md', true],
  ['content/docs/es/django/orm.md', true],
  ['content/flashcards/django/orm.txt', true],
  ['content/questions/django.yaml', true],
  ['content/exercises/lru-cache/solution.py', true],
  ['content/resources.yaml', true],
  ['content/examples/caching/cache_stampede.py', false],
  ['content/docs/authoring/note.md', false],
  ['content/docs/my-area/django/index.md', false],
  ['content/docs/es/my-area/index.md', false],
  ['content/flashcards/my-area/a.txt', false],
  ['content/questions/my-area.yaml', false],
  ['content/i18n/en.json', false],
  ['content/LICENSE', false],
])('%s', (file, isOurs) => {
  expect(isOurContent(file, ['es', 'pt-br'])).toBe(isOurs);
});

test.runIf(isFirstTime(site))(
  'nothing of our content would stay but the guide, the interface words and the license',
  () => {
    const others = openDiskFiles(path.resolve('.'))
      .list()
      .filter((file) => !isOurContent(file, foldersOf(site)));
    // Of the examples those stay that the guide shows.
    const isExample = (file: string) => file.startsWith('content/examples/');
    expect([
      ...new Set(others.filter((file) => !isExample(file)).map((file) => file.split('/').slice(0, 3).join('/'))),
    ]).toEqual([
      'content/LICENSE',
      'content/docs/authoring',
      'content/i18n/en.json',
      'content/i18n/es.json',
      'content/i18n/pt-BR.json',
    ]);
  },
);
