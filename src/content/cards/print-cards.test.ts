import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCards } from './parse-cards.ts';
import { printCards } from './print-cards.ts';
import { cardText, withoutPlaces } from './testing/card-text.ts';

test('a file gets its one form: order of keys, spaces, blank lines', () => {
  const text = [
    '\uFEFFTranslated:1a2b',
    'Deck:   Strings  ',
    'Q:What?',
    '',
    'A:',
    '',
    '```python',
    'x',
    '```',
    '',
    'Was: old ,older',
    'Tags:a,b',
    'Id: two',
    'Type: basic',
    'Q: Second?',
    'A:  ',
    '  indented',
    'Type: reversed',
    '',
    'Id: three',
    'Q: {{c1::x}}',
    'A:',
    'Type: cloze',
    'Link: gil#lock',
  ].join('\r\n');
  expect(printCards(parseCards(text).file)).toMatchInlineSnapshot(`
    "Deck: Strings
    Translated: 1a2b

    Q: What?
    A:
    \`\`\`python
    x
    \`\`\`
    Tags: a, b
    Was: old, older

    Id: two
    Q: Second?
    A:
      indented

    Id: three
    Type: cloze
    Q: {{c1::x}}
    Link: gil#lock
    "
  `);
});

test('what was read and printed reads the same, and prints the same', () => {
  fc.assert(
    fc.property(cardText, (text) => {
      const { file } = parseCards(text);
      const printed = printCards(file);
      const again = parseCards(printed);
      expect(withoutPlaces(again.file)).toEqual(withoutPlaces(file));
      expect(printCards(again.file)).toBe(printed);
    }),
    { numRuns: 500 },
  );
});

test('what is printed has no problem but those of its values', () => {
  fc.assert(
    fc.property(cardText, (text) => {
      const { problems } = parseCards(printCards(parseCards(text).file));
      expect(problems.filter(({ code }) => code !== 'card-incomplete')).toEqual([]);
    }),
  );
});
