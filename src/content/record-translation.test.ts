import { expect, test } from 'vitest';
import { checkContent } from './check/check-content.ts';
import type { CheckedSite } from './check/checked-site.ts';
import { createMemoryFiles } from './files/memory-files.ts';
import { listRecordable } from './record-translation.ts';

const SITE: CheckedSite = {
  base: '/',
  strictCode: false,
  strictIds: false,
  locales: { root: { label: 'English', lang: 'en', dir: 'ltr' }, es: { label: 'Español', lang: 'es', dir: 'ltr' } },
};
const FILES = {
  'content/docs/a.md': '---\nid: a\ntitle: A\n---\n\nText.\n',
  'content/docs/es/a.md': '---\nid: a\ntitle: A\n---\n\nTexto.\n',
  'content/docs/es/orphan.md': '---\nid: o\ntitle: O\n---\n\nTexto.\n',
  'content/flashcards/a.txt': 'Id: one\nQ: What?\nA: That.\n',
  'content/flashcards/es/a.txt': 'Id: one\nQ: ¿Qué?\nA: Eso.\n',
  'content/exercises/x/exercise.yaml': 'id: x\n',
  'content/exercises/x/instructions.md': 'Do it.\n',
  'content/exercises/x/instructions.es.md': 'Hazlo.\n',
};

const codesOf = (files: Record<string, string>) =>
  checkContent(createMemoryFiles(files), SITE, { today: new Date() })
    .filter(({ code }) => ['translation-behind', 'translation-unrecorded'].includes(code))
    .map(({ file, code }) => `${file} ${code}`);

const recordAll = (files: Record<string, string>) => ({
  ...files,
  ...Object.fromEntries(listRecordable(createMemoryFiles(files), ['es']).map(({ path, record }) => [path, record()])),
});

test('every kind of translation can say what it was made from, and then says when that has changed', () => {
  expect(codesOf(FILES)).toEqual([
    'content/docs/es/a.md translation-unrecorded',
    'content/exercises/x/instructions.es.md translation-unrecorded',
    'content/flashcards/es/a.txt translation-unrecorded',
  ]);
  const recorded = recordAll(FILES);
  expect(codesOf(recorded)).toEqual([]);
  const changed = {
    ...recorded,
    'content/docs/a.md': FILES['content/docs/a.md'].replace('Text', 'Other text'),
    'content/flashcards/a.txt': FILES['content/flashcards/a.txt'].replace('That', 'This'),
    'content/exercises/x/instructions.md': 'Do it well.\n',
  };
  expect(codesOf(changed)).toEqual([
    'content/docs/es/a.md translation-behind',
    'content/exercises/x/instructions.es.md translation-behind',
    'content/flashcards/es/a.txt translation-behind',
  ]);
  const again = recordAll(changed);
  expect(codesOf(again)).toEqual([]);
  expect(again['content/flashcards/es/a.txt']?.match(/Translated:/g)).toHaveLength(1);
});
