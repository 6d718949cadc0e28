import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printFragment, readFragment } from './shared-code.ts';

test('any code comes back from its fragment', async () => {
  // Well-formed: a lone surrogate is no text, and no address can carry one.
  const codes = fc.string({ unit: 'grapheme', maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(codes, fc.constantFrom('python' as const, 'sql' as const), async (code, language) => {
      const fragment = await printFragment({ language, code });
      expect(fragment).toMatch(/^#(python|sql)\/[\w-]*$/);
      expect(await readFragment(fragment)).toEqual({ language, code });
    }),
  );
});

test('other fragments hold no code, and damaged ones say so', async () => {
  expect(await readFragment('')).toBeUndefined();
  expect(await readFragment('#a-heading')).toBeUndefined();
  expect(await readFragment('#ruby/abc')).toBeUndefined();
  expect(await readFragment('#python/%%%')).toBe('damaged');
  const fragment = await printFragment({ language: 'python', code: 'print("a rather long program")' });
  expect(await readFragment(fragment.slice(0, -6))).toBe('damaged');
});

test('a small fragment does not unpack to a text without end', async () => {
  const fragment = await printFragment({ language: 'sql', code: 'x'.repeat(3_000_000) });
  expect(fragment.length).toBeLessThan(10_000);
  expect(await readFragment(fragment)).toBe('damaged');
});
