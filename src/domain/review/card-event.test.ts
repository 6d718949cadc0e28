import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvent } from '../study-event.ts';
import { isCardEvent, isReviewEvent, nameCard, splitCardName } from './card-event.ts';

const AT = { d: 'laptop', n: 1, t: 1_700_000_000_000, z: 60 };

function isEventOfCard(facts: object): boolean {
  const event = readEvent({ ...AT, ...facts });
  return event !== undefined && isCardEvent(event);
}

describe('an event of a card', () => {
  test.each([
    { k: 'review', c: 'gil#0', r: 3, ms: 1200 },
    { k: 'review', c: 'gil#0', r: 3, ms: 1200, i: 4 },
    { k: 'review', c: 'gil#0', r: 1, ms: 0, cram: true },
    { k: 'undo', of: { d: 'laptop', n: 0, t: 5 } },
    { k: 'suspend', c: 'gil#0', on: false },
    { k: 'bury', c: 'gil#0', day: '2026-11-24' },
    { k: 'forget', c: 'gil#0' },
  ])('is %j', (facts) => {
    expect(isEventOfCard(facts)).toBe(true);
  });

  test.each([
    { k: 'review', c: 'gil#0', r: 5, ms: 1200 },
    { k: 'review', c: 'gil#0', r: 3, ms: -1 },
    { k: 'review', c: 'gil#0', r: 3, ms: 1, i: 0 },
    { k: 'review', c: 'gil#0', r: 3, ms: 1, i: 1.5 },
    { k: 'review', c: 'gil#0', r: 3, ms: 1, i: 1e9 },
    { k: 'review', c: 'gil#0', r: 3, ms: 1, cram: 'yes' },
    { k: 'review', r: 3, ms: 1200 },
    { k: 'undo', of: 'laptop' },
    { k: 'bury', c: 'gil#0', day: 'tomorrow' },
    { k: 'suspend', c: 'gil#0' },
    { k: 'studied', note: 'gil', studied: true },
  ])('is not %j', (facts) => {
    expect(isEventOfCard(facts)).toBe(false);
  });
});

test('an answer of a later version is kept and not read', () => {
  const event = readEvent({ ...AT, k: 'review', c: 'gil#0', r: 'known' });
  expect(event && isReviewEvent(event)).toBe(false);
});

test('a name says the card and its face', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (id, ord) => {
      expect(splitCardName(nameCard(id, ord))).toEqual({ id, ord });
    }),
  );
  expect(splitCardName('gil')).toEqual({ id: 'gil', ord: 0 });
});
