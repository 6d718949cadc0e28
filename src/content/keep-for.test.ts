import { expect, test } from 'vitest';
import { keepFor } from './keep-for.ts';

function countMade() {
  let made = 0;
  const keep = keepFor<object, number>();
  return (thing: object, given: unknown) => keep(thing, given, () => ++made);
}

test('of one thing there is one answer, and another of another', () => {
  const read = countMade();
  const [first, second] = [{}, {}];
  expect([read(first, 1), read(first, 1), read(second, 1), read(first, 1)]).toEqual([1, 1, 2, 1]);
});

test('it is made again where what it depends on beside is another', () => {
  const read = countMade();
  const thing = {};
  expect([read(thing, 'a'), read(thing, 'b'), read(thing, 'b')]).toEqual([1, 2, 2]);
});
