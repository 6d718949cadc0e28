import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCards } from './card-rules.ts';
import { parseCards } from './parse-cards.ts';
import { cardText, showProblems } from './testing/card-text.ts';

const report = (text: string) => showProblems(checkCards(parseCards(text).file));

test('a card that is as it should be', () => {
  expect(
    report('Id: gil-why\nQ: Why is there a GIL?\nA: Reference counts.\nTags: cpython, web::html\nWas: gil\n'),
  ).toBe('');
});

test('ids: missing, ill-formed, taken', () => {
  expect(
    report(
      'Q: What is a slot?\nA: y\n\nQ: 锁?\nA: y\n\nId: Str Split\nWas: old_id, fine\nQ: x\nA: y\n\nId: fine\nQ: z\nA: y\n\nId: a\nWas: a, fine\nQ: v\nA: y\n\nId:\nQ: u\nA: y\n',
    ),
  ).toMatchInlineSnapshot(`
    "1:1  id-missing  the card "What is a slot?" has no id
        run npm run ids, or write Id: what-is-a-slot above it
    4:1  id-missing  the card "锁?" has no id
        run npm run ids, or write Id: an-id above it
    7:5  id-form  "Str Split" is not an id
        write lower-case letters, digits and hyphens, such as str-split
    8:6  id-form  "old_id" is not an id
        write lower-case letters, digits and hyphens, such as old-id
    12:5  id-duplicate  the id "fine" is that of the card on line 7 too
        give one of them another, since readers’ progress is kept under it
    17:6  id-duplicate  the id "a" stands twice in this card
        keep it in one place
    17:6  id-duplicate  the id "fine" is that of the card on line 7 too
        keep it in one place"
  `);
});

test('clozes: none, not the first, not closed, empty, and in cards of another type', () => {
  const cloze = (id: string, question: string) => `Id: ${id}\nType: cloze\nQ: ${question}\n\n`;
  expect(
    report(
      cloze('a', 'Nothing here') +
        cloze('b', '{{c2::Second}} only') +
        cloze('c', 'Not {{c1::closed}') +
        cloze('d', 'Empty {{c1:: ::hint}}') +
        'Id: e\nQ: A {{c1::cloze}}\nA: y\n',
    ),
  ).toMatchInlineSnapshot(`
    "3:4  card-cloze  the card "a" is a cloze card without {{c1::…}}
        put what is to be remembered in {{c1::…}}; the next, if any, in {{c2::…}}
    7:4  card-cloze  the card "b" is a cloze card without {{c1::…}}
        put what is to be remembered in {{c1::…}}; the next, if any, in {{c2::…}}
    11:4  card-cloze  "{{c1::" is not closed
        end it with }}; braces within it must be in pairs
    15:4  card-cloze  "{{c1::}}" hides nothing
        write what is to be remembered after the colons
    18:4  card-cloze  "{{c1::" stands in a card of type basic
        write Type: cloze above its Q:, or put the braces in backticks"
  `);
});

test('clozes in code are of no account in other cards, and count in cloze cards', () => {
  expect(report('Id: a\nQ: What is `{{c1::x}}`?\n```\n{{c1::x}}\n```\nA: y\n')).toBe('');
  expect(report('Id: a\nType: cloze\nQ: `x = {{c1::{**a, **b}}}`\n')).toBe('');
});

test('a tag with a space', () => {
  expect(report('Id: a\nQ: x\nA: y\nTags: string methods, fine\n')).toMatchInlineSnapshot(`
    "4:7  card-tag  the tag "string methods" has a space in it
        write string-methods, or a comma between two tags; Anki ends a tag at a space"
  `);
});

test('a question that is asked twice, whatever its case, spacing and end', () => {
  expect(report('Id: a\nQ: What is the GIL?\nA: y\n\nId: b\nQ: what  is\nthe GIL ?\nA: y\n')).toMatchInlineSnapshot(`
    "6:4  card-question-twice  the card "b" asks what the one on line 1 asks
        ask something else, or take one of the two out"
  `);
});

test('a long answer, code blocks not counted', () => {
  const code = `\n\`\`\`python\n${'x = 1\n'.repeat(200)}\`\`\``;
  expect(report(`Id: a\nQ: x\nA: ${'é👩'.repeat(300)}${code}\n`)).toBe('');
  expect(report(`Id: a\nQ: x\nA: ${'é👩'.repeat(300)}!${code}\n`)).toMatchInlineSnapshot(`
    "3:4  card-answer-long  the answer has 601 characters
        keep one fact to a card: split it, or leave the rest to the note; 600 is the most, code blocks not counted"
  `);
});

test.each([
  ...[
    'Yes',
    'no.',
    'Yes, since 3.13.',
    'No: it is not.',
    '**Yes**, it is',
    'Sí, desde 3.13',
    'si\u0301',
    'Não.',
    'Sim — mas',
    'No\n\nBecause.',
  ],
])('an answer that is yes or no: %s', (answer) => {
  expect(checkCards(parseCards(`Id: a\nQ: x\nA: ${answer}\n`).file)).toMatchObject([{ code: 'card-yes-no', line: 3 }]);
});

test.each(['No lock is held.', 'Yesterday', 'None', 'Si se usa, sí.', 'Not before 3.13', 'Nothing, no.', 'No-op'])(
  'an answer that says more: %s',
  (answer) => {
    expect(report(`Id: a\nQ: x\nA: ${answer}\n`)).toBe('');
  },
);

test('what is said of yes and no', () => {
  expect(report('Id: a\nQ: x\nA: Yes, it does.\n')).toMatchInlineSnapshot(`
    "3:4  card-yes-no  the answer begins with "Yes"
        half of all guesses are right: ask why, how, when or what happens"
  `);
});

test('no file makes it fail', () => {
  fc.assert(fc.property(cardText, (text) => void checkCards(parseCards(text).file)));
});
