import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCards } from './parse-cards.ts';
import { splitLines } from './scan-cards.ts';
import { cardText, showProblems, withoutPlaces } from './testing/card-text.ts';

const report = (text: string) => showProblems(parseCards(text).problems);
const cardsOf = (text: string) => withoutPlaces(parseCards(text).file).cards;

describe('a file that is as it should be', () => {
  test('is read field by field, each with its place', () => {
    const text = [
      'Deck: Strings',
      'Translated: 1a2b3c4d',
      '',
      'Id: str-split-default',
      'Type: reversed',
      'Q: What does `"  a  b ".split()` return?',
      "A: `['a', 'b']`",
      'Tags: strings, methods',
      'Link: python-internals/gil#when-a-thread-lets-go',
      'Was: split-no-arg, older-id',
      '',
    ].join('\n');
    expect(parseCards(text)).toMatchInlineSnapshot(`
      {
        "file": {
          "cards": [
            {
              "answer": "\`['a', 'b']\`",
              "id": "str-split-default",
              "line": 4,
              "link": "python-internals/gil#when-a-thread-lets-go",
              "places": {
                "answer": {
                  "column": 4,
                  "line": 7,
                },
                "id": {
                  "column": 5,
                  "line": 4,
                },
                "link": {
                  "column": 7,
                  "line": 9,
                },
                "question": {
                  "column": 4,
                  "line": 6,
                },
                "tags": {
                  "column": 7,
                  "line": 8,
                },
                "type": {
                  "column": 7,
                  "line": 5,
                },
                "was": {
                  "column": 6,
                  "line": 10,
                },
              },
              "question": "What does \`"  a  b ".split()\` return?",
              "tags": [
                "strings",
                "methods",
              ],
              "type": "reversed",
              "was": [
                "split-no-arg",
                "older-id",
              ],
            },
          ],
          "deck": "Strings",
          "places": {
            "deck": {
              "column": 7,
              "line": 1,
            },
            "translated": {
              "column": 13,
              "line": 2,
            },
          },
          "translated": "1a2b3c4d",
        },
        "problems": [],
      }
    `);
  });

  test('may hold no more than Q, A and Tags, as older files do', () => {
    expect(cardsOf('Q: One?\nA: 1\nTags: a\nQ: Two?\nA: 2\n\nTags: b\n\nQ: Three?\nA: 3\n')).toMatchObject([
      { question: 'One?', answer: '1', tags: ['a'] },
      { question: 'Two?', answer: '2', tags: ['b'] },
      { question: 'Three?', answer: '3', tags: [] },
    ]);
    expect(parseCards('').file.cards).toEqual([]);
  });

  test('keeps an answer as it stands: blank lines, fences, lists, what only looks like a key', () => {
    const answer = [
      'Two things:  ',
      'with a break.',
      '',
      '- ```python',
      '  print("Q: no")',
      '  ```',
      '',
      '````markdown',
      '```',
      'Id: in-a-fence',
      'Q: In a fence?',
      '```',
      '````',
      '~~~text',
      'Tags: none',
      '~~~~',
      'Note: a word with a colon.',
      'Line: and Duck: and In: are words.',
      ' Tags: is indented.',
      'A::b and a:b and https://example.org',
    ].join('\n');
    const text = `Id: x\nQ: Which?\nA:\n\n${answer}  \n\n\nTags: a\n`;
    expect(report(text)).toBe('');
    expect(cardsOf(text)).toMatchObject([{ answer, tags: ['a'] }]);
  });

  test('keeps the indent of a text that begins with an indented line', () => {
    expect(cardsOf('Q: x\nA:\n    code\n')).toMatchObject([{ answer: '    code' }]);
  });

  test('needs no answer for a cloze card, wherever its type is written', () => {
    expect(report('Id: x\nType: cloze\nQ: {{c1::a}}\n\nId: y\nQ: {{c1::a}}\nType: cloze\n')).toBe('');
  });
});

describe('a card starts', () => {
  test('at an Id:, and Q: goes on with it', () => {
    expect(cardsOf('Id: a\n\nTags: t\n\nQ: x\nA: y\nId: b\nQ: z\nA: y')).toMatchObject([
      { id: 'a', question: 'x', tags: ['t'] },
      { id: 'b', question: 'z' },
    ]);
  });

  test('at a key that stands right above its Q:, below a blank line', () => {
    const text =
      'Tags: a\nQ: {{c1::x}}\nA: y\nLink: one\n\nType: cloze\nTags: b\nQ: {{c1::z}}\n\nLink: two\n\nQ: v\nA: w\n';
    expect(report(text)).toBe('');
    expect(parseCards(text).file.cards).toMatchObject([
      { line: 1, tags: ['a'], type: 'basic', link: 'one' },
      { line: 6, tags: ['b'], type: 'cloze', link: 'two' },
      { line: 12, tags: [], link: undefined },
    ]);
  });

  test('at a Q: after an answer that has no question, so that both are told', () => {
    expect(report('Id: a\nA: y\n\nQ: z\n')).toMatchInlineSnapshot(`
      "1:1  card-incomplete  the card "a" has no question
          write it after Q:, below the Id:, since an Id: starts a card
      4:1  card-incomplete  the card "z" has no answer
          write it after A:, above the next Id: or Q:, since those start a card"
    `);
  });
});

describe('what is wrong is told, and the rest is read', () => {
  test('text outside of a card', () => {
    const text =
      '# Strings\n\nId: a\nSome words\nQ: x\nA: y\nTags: t\n\nThe rest of the answer, which went on for a while.\nMore.\n';
    expect(report(text)).toMatchInlineSnapshot(`
      "1:1  card-text  "# Strings" is not part of a question or an answer
          a card starts at Id: or Q:; put the text below the Q: or the A: that it belongs to
      4:1  card-text  "Some words" is not part of a question or an answer
          a card starts at Id: or Q:; put the text below the Q: or the A: that it belongs to
      9:1  card-text  "The rest of the answer, which went on fo…" is not part of a question or an answer
          Tags: takes one line, and an answer above it ends there; put the text below the Q: or the A: that it belongs to"
    `);
    expect(cardsOf(text)).toMatchObject([{ id: 'a', question: 'x', answer: 'y', tags: ['t'] }]);
  });

  test('keys that do not exist', () => {
    const text = 'Topic: x\nId: a\nTypo: x\nFront: x\nQ: x\nA: y\nTags: t\nSource: z\nLinkk: gil\n';
    expect(report(text)).toMatchInlineSnapshot(`
      "1:1  card-key  "Topic:" is not a key
          did you mean Type?
      3:1  card-key  "Typo:" is not a key
          did you mean Type?
      4:1  card-key  "Front:" is not a key
          these are known: Id, Type, Tags, Link, Was, Q, A, Deck, Translated
      8:1  card-key  "Source:" is not a key
          these are known: Id, Type, Tags, Link, Was, Q, A, Deck, Translated
      9:1  card-key  "Linkk:" is not a key
          did you mean Link:? to keep it as text, begin the line with a space"
    `);
    expect(cardsOf(text)).toMatchObject([{ tags: ['t'], link: 'gil' }]);
  });

  test.each([
    ...['tags: x', 'TAGS: x', 'Tag: x', 'Tgas: x', 'Tafs: x', 'Tags : x', 'tag: x'],
    ...['Links: x', 'link: x', 'was: x', 'Typ: type', 'type: type'],
  ])('a near miss is read as what was meant: %s', (line) => {
    const { file, problems } = parseCards(`Id: a\nQ: x\nA: y\n${line}\n`);
    const [card] = file.cards;
    expect(problems).toMatchObject([{ code: 'card-key', line: 4, message: `"${line.split(':')[0]}:" is not a key` }]);
    expect([card?.tags[0], card?.link, card?.was[0], card?.type === 'type' ? 'x' : undefined]).toContain('x');
    expect(card?.answer).toBe('y');
  });

  test('a near miss of a question, an answer or an id', () => {
    const text = 'id: a\nquestion: x\nAnswer: y\n\nID: b\nq: z\na: w\n';
    expect(report(text)).toMatchInlineSnapshot(`
      "1:1  card-key  "id:" is not a key
          did you mean Id:? to keep it as text, begin the line with a space
      2:1  card-key  "question:" is not a key
          did you mean Q:? to keep it as text, begin the line with a space
      3:1  card-key  "Answer:" is not a key
          did you mean A:? to keep it as text, begin the line with a space
      5:1  card-key  "ID:" is not a key
          did you mean Id:? to keep it as text, begin the line with a space
      6:1  card-key  "q:" is not a key
          did you mean Q:? to keep it as text, begin the line with a space
      7:1  card-key  "a:" is not a key
          did you mean A:? to keep it as text, begin the line with a space"
    `);
    expect(cardsOf(text)).toMatchObject([
      { id: 'a', question: 'x', answer: 'y' },
      { id: 'b', question: 'z', answer: 'w' },
    ]);
  });

  test('keys of the file below a card, and keys of a card above all', () => {
    expect(report('Tags: a\n\nType: cloze\n\nQ: x\nA: y\nDeck: Strings\n')).toMatchInlineSnapshot(`
      "1:1  card-key  "Tags:" stands above the first card
          a card starts at Id: or Q:; put it below the one that it belongs to
      3:1  card-key  "Type:" stands above the first card
          a card starts at Id: or Q:; put it below the one that it belongs to
      7:1  card-key  "Deck:" stands below a card
          put it above the first card; to keep it as text, begin the line with a space"
    `);
  });

  test('what is missing', () => {
    expect(report('Id: a\n\nId: b\nQ: x\n\nQ: What is this?\nId: c\nA:\n\nQ:\nA: y\n')).toMatchInlineSnapshot(`
      "1:1  card-incomplete  the card "a" has no question and no answer
          write Q: and A: below it, or take it out
      3:1  card-incomplete  the card "b" has no answer
          write it after A:, above the next Id: or Q:, since those start a card
      6:1  card-incomplete  the card "What is this?" has no answer
          write it after A:, above the next Id: or Q:, since those start a card
      7:1  card-incomplete  the card "c" has no question and no answer
          write Q: and A: below it, or take it out
      10:1  card-incomplete  this card has no question
          write it after Q:, below the Id:, since an Id: starts a card"
    `);
    expect(report('A: y')).toMatchInlineSnapshot(`
      "1:1  card-incomplete  this card has no question
          write it after Q:, below the Id:, since an Id: starts a card"
    `);
  });

  test('a second answer', () => {
    const text = 'Id: a\nQ: x\nA: y\n\nA: z\n\nId: b\nQ: x\nA: y\n';
    expect(report(text)).toMatchInlineSnapshot(`
      "5:1  card-answer-twice  "z" is a second answer of one card
          a blank line does not end a card: start the next one with Id: or Q:"
    `);
    expect(cardsOf(text)).toMatchObject([{ answer: 'y' }, { id: 'b' }]);
  });

  test('keys twice, and values that are none', () => {
    const text =
      'Deck: a\nDeck:\n\nId: a\nType: Cloze\nTags: a\nTags: b\nType: basic\nQ: {{c1::x}}\nA: y\nLink:\nType: cloze\n\nId: \nType: 卡片\nQ: x\nA: y\n';
    expect(report(text)).toMatchInlineSnapshot(`
      "2:1  value-invalid  Deck is written a second time, as ""
          keep one of them
      5:7  value-invalid  Type is "Cloze"
          did you mean cloze? write basic, reversed, cloze, type
      7:1  value-invalid  Tags is written a second time, as "b"
          write all of them after one Tags:, with commas between
      8:1  value-invalid  Type is written a second time, as "basic"
          keep one of them
      11:1  value-invalid  Link is empty
          write something after it, or take the line out
      12:1  value-invalid  Type is written a second time, as "cloze"
          keep one of them
      14:1  value-invalid  Id is empty
          write something after it, or take the line out
      15:7  value-invalid  Type is "卡片"
          write basic, reversed, cloze, type; to keep it as text, begin the line with a space"
    `);
    expect(parseCards(text).file.deck).toBe('a');
  });
});

describe('a fence that is not closed', () => {
  test('ends at the next key, and the file is read on', () => {
    const text =
      'Id: a\nQ: x\n\n~~~~python run\nprint(1)\n~~~\n\nA: y\n\nId: b\nQ: x\nA:    ```\n\nId: c\nQ: x\nA: y\n';
    expect(report(text)).toMatchInlineSnapshot(`
      "4:1  card-fence-open  the fence "~~~~python run" is not closed
          write ~~~~ on a line of its own below the code
      12:7  card-fence-open  the fence "\`\`\`" is not closed
          write \`\`\` on a line of its own below the code"
    `);
    expect(cardsOf(text)).toMatchObject([
      { id: 'a', question: 'x\n\n~~~~python run\nprint(1)\n~~~\n~~~~', answer: 'y' },
      { id: 'b', answer: '```\n```' },
      { id: 'c', answer: 'y' },
    ]);
  });

  test('does not swallow cards up to the end of their fences', () => {
    const card = (id: string, end: string) => `Id: ${id}\nQ: x\nA:\n\`\`\`python\n${id}()\n${end}\nTags: t\n\n`;
    const text = card('a', '') + card('b', '```') + card('c', '```');
    expect(report(text)).toMatchInlineSnapshot(`
      "4:1  card-fence-open  the fence "\`\`\`python" is not closed
          write \`\`\` on a line of its own below the code"
    `);
    expect(cardsOf(text).map(({ id, tags }) => [id, ...tags])).toEqual([
      ['a', 't'],
      ['b', 't'],
      ['c', 't'],
    ]);
  });

  test('may stand in text that belongs to no card', () => {
    expect(cardsOf('```\nx\n\nQ: x\nA: y\n')).toMatchObject([{ question: 'x', answer: 'y' }]);
  });
});

test('no text makes it fail, and problems stand on lines that exist, in order', () => {
  fc.assert(
    fc.property(fc.oneof(cardText, fc.string({ unit: 'binary' })), (text) => {
      const { problems } = parseCards(text);
      const lines = problems.map(({ line }) => line);
      expect(lines).toEqual(lines.toSorted((a, b) => a - b));
      expect(lines.every((line) => line >= 1 && line <= splitLines(text).length)).toBe(true);
      expect(problems.every(({ column, message, hint }) => column >= 1 && message && hint)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('line endings and a mark of the encoding make no difference', () => {
  fc.assert(
    fc.property(cardText, (text) => {
      const plain = text.replace(/^\uFEFF+/, '').replace(/\r\n?/g, '\n');
      expect(parseCards(`\uFEFF${plain.replaceAll('\n', '\r\n')}`)).toEqual(parseCards(plain));
    }),
  );
});

test('every line of a text stands where its place says', () => {
  fc.assert(
    fc.property(cardText, (text) => {
      const { file, problems } = parseCards(text);
      fc.pre(!problems.some(({ code }) => code === 'card-fence-open'));
      const lines = splitLines(text);
      for (const { question, answer, places } of file.cards) {
        for (const [value, place] of [[question, places.question] as const, [answer, places.answer] as const]) {
          if (place === undefined || value === '') continue;
          const written = value.split('\n').map((_, index) => lines[place.line - 1 + index] ?? '');
          written[0] = written[0]?.slice(place.column - 1) ?? '';
          expect(written.join('\n').replace(/[ \t]+$/, '')).toBe(value);
        }
      }
    }),
  );
});
