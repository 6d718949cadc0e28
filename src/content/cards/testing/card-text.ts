/** Texts for the tests of cards: random ones that are rich in what a parser may trip over, and problems as lines. */
import fc from 'fast-check';
import type { CardFile, CardProblem } from '../card.ts';

const PIECES = [
  ...[
    'Id: one',
    'Id: two-2',
    'Id: Not An Id',
    'Id:',
    'Q: What is it?',
    'Q:',
    'Q: {{c1::{"a": {}}}} and {{c2::b::hint}}',
  ],
  ...[
    'A: It is this.',
    'A:',
    'A: Yes, it is.',
    'A: ```python',
    'A:   - ~~~',
    'Tags: a, b c,, d',
    'Tags: ,',
    'Link: gil#lock',
  ],
  ...['Was: old, older', 'Type: cloze', 'Type: reversed', 'Type: clozee', 'Type:', 'Deck: Strings', 'Translated: 1a2b'],
  ...[
    'tags: x',
    'Tgas: x',
    'Id : x',
    'Question: x',
    'A:x',
    'A::b',
    'Q:\tx  ',
    'Note: text',
    'Source: text',
    'Line: text',
  ],
  ...[
    '```',
    '```python run',
    '````',
    '~~~',
    '~~~~ text',
    '   ```',
    '    ```',
    '- ```py',
    '  ```',
    '1. ~~~',
    '``` `not` ```',
  ],
  ...[
    '',
    '',
    '',
    ' ',
    '\t',
    ' Id: kept',
    '    Q: code',
    'plain words  ',
    '**Sí**, ñ 日本語 👩‍💻',
    '\u00a0',
    '\u2028',
    '{{c1::',
    '\uFEFF',
  ],
];

const line = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const ending = fc.oneof(
  { weight: 6, arbitrary: fc.constant('\n') },
  { weight: 2, arbitrary: fc.constant('\r\n') },
  { weight: 1, arbitrary: fc.constant('\r') },
);

/** Card files as a clumsy writer, several systems and a few accidents would leave them. */
export const cardText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', '', '\uFEFF'), fc.array(fc.tuple(line, ending), { maxLength: 30, size: 'max' }), line)
  .map(([mark, lines, last]) => mark + lines.flat().join('') + last);

/** What a file says, without where it says it. */
export function withoutPlaces({ deck, translated, cards }: CardFile) {
  return { deck, translated, cards: cards.map(({ line: _line, places: _places, ...card }) => card) };
}

export function showProblems(problems: readonly CardProblem[]): string {
  return problems
    .map(({ line, column, code, message, hint }) => `${line}:${column}  ${code}  ${message}\n    ${hint}`)
    .join('\n');
}
