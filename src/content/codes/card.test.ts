/** What the check says of cards; the tests in `cards/` have every message. */
import { expect, test } from 'vitest';
import { explain } from './testing/explain.ts';

test('card-text', () => {
  expect(explain('card-text')).toMatchInlineSnapshot(`
    "content/flashcards/python-internals/gil.txt:1:1  error  card-text  "Cards about the lock of CPython." is not part of a question or an answer
        a card starts at Id: or Q:; put the text below the Q: or the A: that it belongs to"
  `);
});

test('card-key', () => {
  expect(explain('card-key')).toMatchInlineSnapshot(`
    "content/flashcards/python-internals/gil.txt:4:1  error  card-key  "Tag:" is not a key
        did you mean Tags:? to keep it as text, begin the line with a space"
  `);
});

test('card-incomplete', () => {
  expect(explain('card-incomplete')).toMatchInlineSnapshot(`
    "content/flashcards/python-internals/gil.txt:6:1  error  card-incomplete  the card "gil-lost-update" has no answer
        write it after A:, above the next Id: or Q:, since those start a card"
  `);
});

test('card-answer-twice', () => {
  expect(explain('card-answer-twice')).toMatchInlineSnapshot(`
    "content/flashcards/python-internals/gil.txt:6:1  error  card-answer-twice  "It reads, adds and writes. Nothing keeps…" is a second answer of one card
        a blank line does not end a card: start the next one with Id: or Q:"
  `);
});

test('card-fence-open', () => {
  expect(explain('card-fence-open')).toMatchInlineSnapshot(`
    "content/flashcards/functions/default-arguments.txt:4:1  error  card-fence-open  the fence "\`\`\`python" is not closed
        write \`\`\` on a line of its own below the code"
  `);
});

test('card-cloze', () => {
  expect(explain('card-cloze')).toMatchInlineSnapshot(`
    "content/flashcards/databases/transactions.txt:3:4  error  card-cloze  the card "postgres-default-isolation" is a cloze card without {{c1::…}}
        put what is to be remembered in {{c1::…}}; the next, if any, in {{c2::…}}"
  `);
});

test('card-tag', () => {
  expect(explain('card-tag')).toMatchInlineSnapshot(`
    "content/flashcards/python-internals/gil.txt:4:7  error  card-tag  the tag "free threading" has a space in it
        write free-threading, or a comma between two tags; Anki ends a tag at a space"
  `);
});

test('card-question-twice', () => {
  expect(explain('card-question-twice')).toMatchInlineSnapshot(`
    "content/flashcards/python-internals/gil.txt:7:4  warning  card-question-twice  the card "gil-protects" asks what the one on line 1 asks
        ask something else, or take one of the two out"
  `);
});

test('card-answer-long', () => {
  expect(explain('card-answer-long')).toMatchInlineSnapshot(`
    "content/flashcards/python-internals/gil.txt:3:4  warning  card-answer-long  the answer has 658 characters
        keep one fact to a card: split it, or leave the rest to the note; 600 is the most, code blocks not counted"
  `);
});

test('card-yes-no', () => {
  expect(explain('card-yes-no')).toMatchInlineSnapshot(`
    "content/flashcards/python-internals/gil.txt:3:4  warning  card-yes-no  the answer begins with "Yes"
        half of all guesses are right: ask why, how, when or what happens"
  `);
});
