import { expect, test } from 'vitest';
import type { Roadmap } from './kinds/roadmap.ts';
import { findWay } from './roadmap-way.ts';

const text = { en: 'x' };
const item = (note?: string) => ({ id: `${note}`, text, ...(note && { note }) });
const ROADMAP: Roadmap = {
  id: 'sprint',
  title: text,
  description: text,
  order: 1,
  stagesAre: 'days',
  stages: [
    { id: 'day-1', title: text, items: [item('a/gil#why'), item(), item('a/loop')] },
    {
      id: 'day-2',
      title: text,
      sections: [{ id: 's', title: text, items: [item('a/gil'), item('b/orm'), item('b/gone')] }],
    },
  ],
};
const way = (note: string) => findWay(ROADMAP, note, (id) => id !== 'b/gone');

test('a note stands between its neighbors of the roadmap, each note once, where it comes first', () => {
  expect(way('a/gil')).toEqual({ stage: 'day-1', previous: undefined, next: 'a/loop' });
  expect(way('a/loop')).toEqual({ stage: 'day-1', previous: 'a/gil', next: 'b/orm' });
});

test('what cannot be led to is passed over', () => {
  expect(way('b/orm')).toEqual({ stage: 'day-2', previous: 'a/loop', next: undefined });
});

test('a note that is not on it has no way', () => {
  expect(way('b/other')).toBeUndefined();
});
