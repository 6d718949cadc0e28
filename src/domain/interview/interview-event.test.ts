import { expect, test } from 'vitest';
import { createEvent, readEvent } from '../study-event.ts';
import { type InterviewFacts, isCodeEvent, isInterviewEvent, isRateEvent } from './interview-event.ts';

const AT = { t: 1_795_910_400_000, z: 60 };
const R = { correctness: 3, depth: 2, clarity: 4, examples: 1 } as const;
const START: InterviewFacts = {
  k: 'interview',
  s: 's1',
  did: 'start',
  interview: 'mock-1',
  seed: 'k7f3q9',
  plan: [{ id: 'python', title: 'Python', minutes: 10 }],
};
const RATE: InterviewFacts = {
  k: 'interview',
  s: 's1',
  did: 'rate',
  q: 'python/gil',
  notes: ['python/gil#lock'],
  level: 'senior',
  text: 'What does it guard?',
  r: R,
  ms: 90_000,
  hit: 2,
  of: 4,
};
const CODE: InterviewFacts = {
  k: 'interview',
  s: 's1',
  did: 'code',
  exercise: 'dp-coins',
  notes: [],
  text: 'Coins',
  passed: 3,
  total: 5,
  r: R,
  ms: 60_000,
};
const FINISH: InterviewFacts = { k: 'interview', s: 's1', did: 'finish', spent: [{ id: 'python', ms: 600_000 }] };

test('each kind survives being written and read', () => {
  for (const facts of [START, RATE, CODE, FINISH]) {
    const event = readEvent(JSON.parse(JSON.stringify(createEvent(facts, 'a', 1, AT))));
    expect(event && isInterviewEvent(event), facts.did).toBe(true);
  }
  expect(isRateEvent(createEvent(RATE, 'a', 1, AT))).toBe(true);
  expect(isCodeEvent(createEvent(CODE, 'a', 1, AT))).toBe(true);
});

test('what does not say what its kind says is none of them', () => {
  const damaged: [InterviewFacts, object][] = [
    [START, { s: '' }],
    [START, { plan: [{ id: 'a' }] }],
    [RATE, { r: { ...R, depth: 5 } }],
    [RATE, { r: { correctness: 3 } }],
    [RATE, { level: 'guru' }],
    [RATE, { hit: 5 }],
    [RATE, { notes: 'python/gil' }],
    [CODE, { passed: 6 }],
    [CODE, { ms: -1 }],
    [FINISH, { spent: [{ id: 'a', ms: Number.NaN }] }],
    [FINISH, { did: 'sing' }],
    [FINISH, { k: 'phase' }],
  ];
  for (const [facts, change] of damaged) {
    const event = { ...createEvent(facts, 'a', 1, AT), ...change };
    expect(isInterviewEvent(event), JSON.stringify(change)).toBe(false);
  }
});
