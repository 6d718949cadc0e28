import { expect, test } from 'vitest';
import { createLog, mergeLogs } from '../event-log.ts';
import { createEvent } from '../study-event.ts';
import type { InterviewFacts } from './interview-event.ts';
import { findInterviews, findWeakNotes, findWellAnswered, scoreOf, totalOf } from './interview-record.ts';
import type { Grade } from './rubric.ts';

const START = 1_795_910_400_000;
let count = 0;
const event = (facts: InterviewFacts, minute: number) =>
  createEvent(facts, 'a', ++count, { t: START + minute * 60_000, z: 0 });
const grades = (grade: Grade) => ({ correctness: grade, depth: grade, clarity: grade, examples: grade });
const start = (s: string) =>
  ({
    k: 'interview',
    s,
    did: 'start',
    interview: 'mock-1',
    seed: 'k',
    plan: [{ id: 'p', title: 'P', minutes: 10 }],
  }) as const;
const rate = (s: string, q: string, grade: Grade) =>
  ({
    k: 'interview',
    s,
    did: 'rate',
    q,
    notes: [`${q}-note`, 'x/y'],
    level: 'senior',
    text: `${q}?`,
    r: grades(grade),
    ms: 5,
    hit: 1,
    of: 2,
  }) as const;
const code = (s: string, exercise: string, grade: Grade) =>
  ({
    k: 'interview',
    s,
    did: 'code',
    exercise,
    notes: ['foundations/recursion'],
    text: 'Coins',
    passed: 2,
    total: 4,
    r: grades(grade),
    ms: 9,
  }) as const;
const finish = (s: string) => ({ k: 'interview', s, did: 'finish', spent: [{ id: 'p', ms: 60_000 }] }) as const;

test('an interview is what was said of it, the last judgment of each answer, on whichever device', () => {
  const own = [event(start('s1'), 0), event(rate('s1', 'db/a', 1), 20), event(rate('s1', 'db/a', 3), 21)];
  const other = [event(code('s1', 'dp', 2), 22), event(finish('s1'), 23), event(rate('lost', 'db/b', 1), 24)];
  const records = findInterviews(mergeLogs(createLog(other), createLog(own)));
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject({
    s: 's1',
    interview: 'mock-1',
    startedAt: START,
    finishedAt: START + 23 * 60_000,
    sections: [{ id: 'p', title: 'P', minutes: 10, ms: 60_000 }],
    answers: [
      { key: 'db/a', kind: 'question', text: 'db/a?', ratings: grades(3), hit: 1, of: 2 },
      { key: 'dp', kind: 'exercise', hit: 2, of: 4 },
    ],
  });
  expect(totalOf(records[0]?.answers ?? [])).toBe(2.5);
  expect(scoreOf(records[0]?.answers ?? [])).toEqual({ correctness: 2.5, depth: 2.5, clarity: 2.5, examples: 2.5 });
});

test('an interview that was broken off has no end, and nothing that was not judged has a score', () => {
  expect(findInterviews(createLog([event(start('s2'), 0)]))).toMatchObject([{ finishedAt: undefined, answers: [] }]);
  expect([scoreOf([]), totalOf([])]).toEqual([undefined, undefined]);
});

test('weak topics are those of the worst answers, each once', () => {
  const events = [
    event(start('s'), 0),
    event(rate('s', 'db/a', 2), 1),
    event(rate('s', 'db/b', 1), 2),
    event(rate('s', 'db/c', 4), 3),
  ];
  expect(findWeakNotes(findInterviews(createLog(events))[0]?.answers ?? [])).toEqual(['db/b-note', 'db/a-note']);
});

test('what was answered well is so until it is answered badly, and for a time', () => {
  const first = [event(start('s'), 0), event(rate('s', 'db/a', 4), 1), event(rate('s', 'db/b', 4), 2)];
  const second = [event(start('r'), 60), event(rate('r', 'db/b', 2), 61), event(rate('r', 'db/c', 3), 62)];
  const records = findInterviews(createLog([...first, ...second]));
  expect([...findWellAnswered(records, START)]).toEqual(['db/a', 'db/c']);
  expect([...findWellAnswered(records, START + 10 * 60_000)]).toEqual(['db/c']);
});
