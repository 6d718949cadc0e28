import { expect, test } from 'vitest';
import { readHead } from './front-matter.ts';
import { VaultIndex } from './vault.ts';

const note = (path: string, text = '') => ({ path, ...readHead(text), target: path });
const index = new VaultIndex(
  [
    note('deep/er/Same.md'),
    note('deep/Same.md'),
    note('deep/Other.md', '---\naliases: [Nickname]\n---\n'),
    note('Señal.md'),
    note('case.md'),
    note('Case.md'),
  ],
  [{ path: 'img/Cat.png', target: 'cat.png' }],
);
const find = (name: string, from = 'a.md') => {
  const found = index.find(name, from);
  return found?.kind === 'note' ? found.note.path : found?.image.path;
};

test.each([
  ['Same', 'deep/Same.md'],
  ['er/same', 'deep/er/Same.md'],
  ['deep/er/Same.md', 'deep/er/Same.md'],
  ['nickname', 'deep/Other.md'],
  ['Sen\u0303al', 'Señal.md'],
  ['CASE', 'case.md'],
  ['cat.png', 'img/Cat.png'],
  ['/deep/other', 'deep/Other.md'],
  ['nothing', undefined],
  ['./Same', undefined],
  ['../../../etc/passwd', undefined],
])('%s means %s', (name, expected) => {
  expect(find(name)).toBe(expected);
});

test('a path that begins beside the note is looked for there first', () => {
  expect(find('Same', 'deep/er/x.md')).toBe('deep/er/Same.md');
  expect(find('../Same.md', 'deep/er/x.md')).toBe('deep/Same.md');
});
