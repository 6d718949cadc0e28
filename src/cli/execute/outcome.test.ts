import { expect, test } from 'vitest';
import { formatOutcome } from './outcome.ts';

const error = { type: 'ValueError', message: 'ValueError: boo', line: 2 };

test('an exception stands on a line of its own after what was printed', () => {
  expect(formatOutcome({ printed: 'no newline', error })).toBe('no newline\nValueError: boo\n');
});
