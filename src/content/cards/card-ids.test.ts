import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addCardIds, slugOf } from './card-ids.ts';
import { parseCards } from './parse-cards.ts';
import { cardText, withoutPlaces } from './testing/card-text.ts';

const isFree = () => false;

test('a missing id is written above its card, and nothing else is touched', () => {
  const text =
    '\uFEFFDeck: x\r\n\r\nQ: What is a slot?\r\nA: y  \r\n\r\nType: cloze\r\nQ: {{c1::Slots}} save memory\r\n\r\nId: own\nQ: z\nA: y\n\nQ: Why?\nA: y';
  const { text: result, added } = addCardIds(text, isFree);
  expect(added).toEqual([
    { id: 'what-is-a-slot', line: 3 },
    { id: 'slots-save-memory', line: 7 },
    { id: 'why', line: 15 },
  ]);
  expect(result).toBe(
    '\uFEFFDeck: x\r\n\r\nId: what-is-a-slot\r\nQ: What is a slot?\r\nA: y  \r\n\r\nId: slots-save-memory\r\nType: cloze\r\nQ: {{c1::Slots}} save memory\r\n\r\nId: own\nQ: z\nA: y\n\nId: why\nQ: Why?\nA: y',
  );
});

test('a file of one line keeps to one line ending', () => {
  expect(addCardIds('Q: Why?', isFree).text).toBe('Id: why\nQ: Why?');
  expect(addCardIds('\r\nQ: Why?', isFree).text).toBe('\r\nId: why\r\nQ: Why?');
});

test('an id is taken by this file, now or once, by another, or by the card above', () => {
  const text = 'Id: why\nWas: why-2\nQ: x\nA: y\n\nQ: Why?\nA: y\n\nQ: why\nA: y\n';
  expect(addCardIds(text, (id) => id === 'why-3').added.map(({ id }) => id)).toEqual(['why-4', 'why-5']);
});

test('a question without Latin words gets a number', () => {
  const text = 'Q: 什么是锁？\nA: y\n\nQ: Что?\nA: y\n\nQ:\nA: y\n';
  expect(addCardIds(text, isFree).added.map(({ id }) => id)).toEqual(['card-1', 'card-2', 'card-3']);
});

test('an Id: that is empty or almost right is left to its writer', () => {
  expect(addCardIds('Id:\nQ: x\nA: y\n\nid: b\nQ: x\nA: y\n', isFree).added).toEqual([]);
});

test.each([
  ['What does `"  a  b ".split()` return?', 'what-does-a-b-split'],
  ['¿Qué devuelve `a.split()` aquí?', 'que-devuelve-a-split-aqui'],
  ['Why doesn’t it [block](https://example.org)?\n```python\nx = 1\n```', 'why-doesnt-it-block'],
  ['The {{c1::GIL}} is {{c2::a lock::what?}}', 'the-gil-is-a-lock'],
  ['Supercalifragilisticexpialidocious words are long ones', 'supercalifragilisticexpialidocious-words-are'],
  ['x'.repeat(60), 'x'.repeat(48)],
  ['🐍', ''],
])('the id of %j is %j', (question, slug) => {
  expect(slugOf(question)).toBe(slug);
});

test('without the added lines the text is what it was, and each card has its own id', () => {
  fc.assert(
    fc.property(cardText, (text) => {
      const { text: result, added } = addCardIds(text, (id) => id === 'what-is-it');
      const body = (marked: string) => marked.replace(/^\uFEFF/, '');
      const parts = body(result).split(/(?<=\r\n|\r(?!\n)|\n)/);
      for (const { id, line } of added.toReversed()) {
        expect(parts.splice(line - 1, 1).join('')).toMatch(new RegExp(`^Id: ${id}(\r\n|\r|\n)$`));
      }
      expect(parts.join('')).toBe(body(text));
      expect(result.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));

      const [before, after] = [text, result].map((each) => parseCards(each).file);
      const ids = added.map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)]);
      expect(ids.every((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toBe(true);
      const free = [...ids];
      const filled = before?.cards.map((card) => (card.places.id === undefined ? { ...card, id: free.shift() } : card));
      expect(after && withoutPlaces(after)).toEqual(before && withoutPlaces({ ...before, cards: filled ?? [] }));
      expect(addCardIds(result, isFree).added).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
