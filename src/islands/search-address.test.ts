import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withTerm } from './search-address.ts';

test('the term joins what the address holds already, and leaves it again', () => {
  const address = 'https://example.org/some/base/?tab=1#part';
  expect(withTerm(address, ' **kwargs & co ')).toBe('https://example.org/some/base/?tab=1&q=**kwargs+%26+co#part');
  expect(withTerm(withTerm(address, 'GIL'), ' ')).toBe(address);
});

test('any term can be read back from the address', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }).filter((term) => term.trim() !== ''),
      (term) => {
        expect(new URL(withTerm('https://example.org/', term)).searchParams.get('q')).toBe(term.trim());
      },
    ),
  );
});
