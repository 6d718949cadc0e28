import { expect, test } from 'vitest';
import { readSetupWords } from './given.ts';

test('what is said is taken as it is, and the rest is left to be asked for', () => {
  expect(readSetupWords(['--title', 'My "notes" 🐍', '--site-id=my-notes', '--base', '', '--yes'])).toEqual({
    given: { title: 'My "notes" 🐍', 'site-id': 'my-notes', base: '' },
    isYes: true,
    isForced: false,
  });
  expect(readSetupWords(['-h'])).toBe('help');
});

test('a word that means nothing is refused', () => {
  const said = [['--titel', 'x'], ['My', 'notes'], ['--title']].map((words) => {
    try {
      return readSetupWords(words);
    } catch (error) {
      return String(error);
    }
  });
  expect(said).toMatchInlineSnapshot(`
    [
      "UsageError: there is no --titel: did you mean --title?",
      "UsageError: "My" belongs to nothing: put a text of several words in quotes",
      "UsageError: Option '--title <value>' argument missing",
    ]
  `);
});
