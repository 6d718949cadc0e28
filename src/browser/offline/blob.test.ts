import { expect, test } from 'vitest';
import { blobOf } from './blob.ts';

test('equal bytes are one blob wherever they lie, unless their types differ', () => {
  expect(blobOf({ path: 'a/index.html', hash: '12' })).toBe(blobOf({ path: 'b/index.html', hash: '12' }));
  expect(blobOf({ path: 'empty.css', hash: '12' })).not.toBe(blobOf({ path: 'empty.js', hash: '12' }));
  expect(blobOf({ path: 'v.1/LICENSE', hash: '12' })).toBe('12');
});
