import { expect, test } from 'vitest';
import { HINTS, isHintWanted, NO_HINTS, withoutHint } from './hint.ts';

test.each(HINTS)('%s is for who is new, until it is dismissed', (hint) => {
  expect(isHintWanted(hint, null, false)).toBe(true);
  expect(isHintWanted(hint, null, true)).toBe(false);
  expect(isHintWanted(hint, '', true)).toBe(true);
  expect(isHintWanted(hint, withoutHint('', hint), true)).toBe(false);
  expect(isHintWanted(hint, NO_HINTS, false)).toBe(false);
});

test('one hint that is over leaves the others', () => {
  const noted = withoutHint(withoutHint('', 'run'), 'run');
  expect(noted).toBe('run');
  expect(isHintWanted('kept', noted, true)).toBe(true);
});
