import { expect, test } from 'vitest';
import { EMPTY_STUDY } from '../study-document.ts';
import type { Estimate } from './estimate.ts';
import { pickTraining } from './train-next.ts';
import { findStandings, type TopicStanding } from './weakness-map.ts';

const [EMPTY] = findStandings(
  [{ token: 'a', title: 'A', href: '/a/', exercises: [], questions: 0, items: [] }],
  {
    log: new Map(),
    study: EMPTY_STUDY,
    cards: [],
    states: new Map(),
    formerCards: new Map(),
  },
  { t: 0, z: 0 },
);

function createStanding(id: string, mean: number | undefined, isTouched = false): TopicStanding {
  if (EMPTY === undefined) throw new Error('There is no topic');
  const estimate: Estimate | undefined = mean === undefined ? undefined : { mean, low: 0, high: 1, answers: 20 };
  return { ...EMPTY, id, estimate, isTouched };
}

const pick = (standings: TopicStanding[], plan: string[], count = 9) =>
  pickTraining(standings, plan, count).map(({ id }) => id);

test('the weak come first, then the unknown of the plan in its order, then the shaky; the solid never', () => {
  const standings = [
    createStanding('shaky', 0.6),
    createStanding('solid', 0.9),
    createStanding('later', undefined),
    createStanding('weak', 0.4),
    createStanding('sooner', undefined),
    createStanding('weakest', 0.2),
  ];
  expect(pick(standings, ['sooner', 'later'])).toEqual(['weakest', 'weak', 'sooner', 'later', 'shaky']);
  expect(pick(standings, ['sooner', 'later'], 2)).toEqual(['weakest', 'weak']);
});

test('what is unknown and in no plan is not suggested, nor what was trained today', () => {
  expect(pick([createStanding('a', undefined), createStanding('b', 0.2, true)], [])).toEqual([]);
});
