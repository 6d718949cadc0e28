import { expect, test } from 'vitest';
import { readImportWords } from './options.ts';

test('the area is called like the folder or the file', () => {
  expect(readImportWords(['../My Vault/'], ['es'])).toEqual({
    source: '../My Vault/',
    area: 'my-vault',
    areaTitle: 'My Vault',
    level: 'intermediate',
    isDryRun: false,
  });
  for (const file of ['a/My deck.txt', 'a/My deck.apkg'])
    expect(readImportWords([file], [])).toMatchObject({ area: 'my-deck', areaTitle: 'My deck' });
  expect(readImportWords(['x', '--area', 'db', '--level', 'senior', '--dry-run'], [])).toMatchObject({
    area: 'db',
    level: 'senior',
    isDryRun: true,
  });
});

test.each([
  [[]],
  [['a', 'b']],
  [['a', '--level', 'seniro']],
  [['a', '--area', 'es']],
  [['a', '--area', 'A/B']],
  [['roadmaps']],
  [['a', '--wrong']],
])('%j is refused with a sentence', (words) => {
  expect(() => readImportWords(words, ['es'])).toThrowErrorMatchingSnapshot();
});
