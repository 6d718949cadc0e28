import { expect, test } from 'vitest';
import { shareInProcess } from './share.ts';

test('what has a name is made once, whoever asks first', () => {
  const first = shareInProcess('test-list', () => ['first']);
  expect(shareInProcess('test-list', () => ['second'])).toBe(first);
  expect(first).toEqual(['first']);
});
