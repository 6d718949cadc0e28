import { expect, test } from 'vitest';
import { readUpgradeWords } from './options.ts';

test('words are read', () => {
  expect(readUpgradeWords(['--to', 'v2.0.0', '--from', '../engine', '--dry-run'])).toEqual({
    act: 'start',
    to: 'v2.0.0',
    from: '../engine',
    archive: undefined,
    base: undefined,
    isDryRun: true,
  });
  expect(readUpgradeWords(['--continue'])).toEqual({ act: 'continue' });
  expect(readUpgradeWords(['--undo', '--force'])).toEqual({ act: 'undo', isForced: true });
  expect(readUpgradeWords(['-h'])).toEqual({ act: 'help' });
});

test.each([
  [['v2.0.0']],
  [['--continue', '--undo']],
  [['--undo', '--to', 'v2']],
  [['--continue', '--dry-run']],
  [['--force']],
  [['--archive', 'a.zip', '--to', 'v2']],
  [['--too', 'v2']],
])('%j is refused with a sentence', (words) => {
  expect(() => readUpgradeWords(words)).toThrowErrorMatchingSnapshot();
});
