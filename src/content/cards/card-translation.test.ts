import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCardFiles } from './card-translation.ts';
import { parseCards } from './parse-cards.ts';
import { cardText, showProblems } from './testing/card-text.ts';

const compare = (original: string, translation: string) =>
  compareCardFiles(parseCards(original).file, parseCards(translation).file);

test('the same cards in other words, in another order', () => {
  const original =
    'Id: a\nQ: What?\nA: This:\n```text\nwords\n```\nTags: x, y\n\nId: b\nQ: Why?\nA:\n```python\nx\n```\n';
  const translation =
    'Id: b\nQ: ¿Por qué?\nA: Por esto:\n```python\nx\n```\n\nId: a\nQ: ¿Qué?\nA: Esto:\n```text\npalabras\n```\nTags: y, x\n';
  expect(compare(original, translation)).toEqual([]);
});

test('cards that are missing or unknown, by id', () => {
  const problems = compare(
    'Id: gil-why\nQ: x\nA: y\n\nId: slots\nQ: x\nA: y\n\nQ: no id\nA: y\n',
    'Id: gil-wyh\nQ: x\nA: y\n\nId: something-else-entirely\nQ: x\nA: y\n',
  );
  expect(showProblems(problems)).toMatchInlineSnapshot(`
    "1:1  translation-card  the card "gil-why" is missing
        copy it from the original with its Id: line, and translate it
    1:1  translation-card  the card "slots" is missing
        copy it from the original with its Id: line, and translate it
    1:5  translation-card  the original has no card "gil-wyh"
        did you mean gil-why?
    5:5  translation-card  the original has no card "something-else-entirely"
        write the Id: that the original has, or take the card out"
  `);
  expect(problems.map(({ severity }) => severity)).toEqual(['warning', 'warning', undefined, undefined]);
});

test('type, tags and code that differ', () => {
  expect(
    showProblems(
      compare(
        'Id: a\nType: reversed\nQ: x\nA: y\nTags: strings\n\nId: b\nQ: x\n```python\nprint(1)\n```\nA: y\n```python run\nprint(2)\n```\n',
        'Id: a\nQ: x\nA: y\nTags: cadenas\n\nId: b\nQ: x\nA: y\n```python\nprint(2)\n```\nTags: z\n',
      ),
    ),
  ).toMatchInlineSnapshot(`
    "1:1  translation-card  the card "a" is of type basic, its original of type reversed
        write Type: reversed
    4:7  translation-card  the tags of the card "a" are cadenas; its original has strings
        tags are not translated: write the same
    12:7  translation-card  the tags of the card "b" are z; its original has none
        tags are not translated: write the same
    7:4  translation-card  the code in the question of the card "b" is not that of its original
        copy the blocks as they are
    8:4  translation-card  the code in the answer of the card "b" is not that of its original
        copy the blocks as they are"
  `);
});

test('no file differs from itself', () => {
  fc.assert(fc.property(cardText, (text) => void expect(compare(text, text)).toEqual([])));
});
