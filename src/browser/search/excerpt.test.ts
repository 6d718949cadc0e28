import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readExcerpt } from './excerpt.ts';

test('hits are told from the text around them', () => {
  expect(readExcerpt('Ask <mark>sys._is_gil_enabled()</mark> first')).toEqual([
    { text: 'Ask ', isHit: false },
    { text: 'sys._is_gil_enabled()', isHit: true },
    { text: ' first', isHit: false },
  ]);
});

test('markup of the page itself stays text', () => {
  expect(readExcerpt('&lt;img onerror=x&gt; <b>bold</b> & &lt;mark&gt;')).toEqual([
    { text: '<img onerror=x> <b>bold</b> & <mark>', isHit: false },
  ]);
});

test('every text comes back as it was, whatever is marked in it', () => {
  const words = fc.array(
    fc.record({ text: fc.string({ minLength: 1 }).filter((text) => !text.includes('&')), isHit: fc.boolean() }),
  );
  fc.assert(
    fc.property(words, (parts) => {
      const html = parts.map(({ text, isHit }) => {
        const escaped = text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        return isHit ? `<mark>${escaped}</mark>` : escaped;
      });
      expect(
        readExcerpt(html.join(''))
          .map(({ text }) => text)
          .join(''),
      ).toBe(parts.map(({ text }) => text).join(''));
    }),
  );
});
