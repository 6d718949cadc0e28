import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClockReading, elapse, LONGEST_GAP } from './section-clock.ts';
import {
  endInterview,
  endSection,
  findUnassessed,
  findWarning,
  type InterviewSession,
  listReached,
  markAssessed,
  next,
  pause,
  readSession,
  resume,
  spentIn,
  startSession,
  tick,
} from './session.ts';

const MINUTE = 60_000;
const at = (ms: number, page = 'a'): ClockReading => ({ wall: 1e12 + ms, mono: ms, page });
const question = (key: string) => ({ kind: 'question', key }) as const;
const PLAN = {
  s: 's1',
  interview: 'mock-1',
  seed: 'k7',
  query: '',
  sections: [
    { id: 'python', title: 'Python', minutes: 10, items: [question('python/a'), question('python/b')] },
    { id: 'empty', title: 'Empty', minutes: 10, items: [] },
    { id: 'coding', title: 'Coding', minutes: 30, items: [{ kind: 'exercise', key: 'dp' } as const] },
  ],
};
const times = (session: InterviewSession) => session.sections.map(({ items }) => items.map(({ ms }) => ms));

test('questions come one after the other, then the next section, then the assessment', () => {
  let session = startSession(PLAN, at(0));
  expect(session.sections.map(({ id }) => id)).toEqual(['python', 'coding']);
  session = next(session, at(2 * MINUTE));
  session = next(session, at(3 * MINUTE));
  expect([session.section, session.item, session.state]).toEqual([1, 0, 'asking']);
  for (const minute of [5, 7, 9]) session = tick(session, at(minute * MINUTE));
  session = next(session, at(10 * MINUTE));
  expect(session.state).toBe('assessing');
  expect(times(session)).toEqual([[2 * MINUTE, MINUTE], [7 * MINUTE]]);
  expect(listReached(session).map(({ key, section }) => [section, key])).toEqual([
    ['python', 'python/a'],
    ['python', 'python/b'],
    ['coding', 'dp'],
  ]);
  session = markAssessed(session, 'python/a');
  expect(findUnassessed(session)?.key).toBe('python/b');
});

test('what is not reached is not assessed', () => {
  const session = endSection(startSession(PLAN, at(0)), at(MINUTE));
  expect(listReached(session).map(({ key }) => key)).toEqual(['python/a', 'dp']);
  expect(listReached(endInterview(startSession(PLAN, at(0)), at(1))).map(({ key }) => key)).toEqual(['python/a']);
});

test('a pause takes no time, however long it is', () => {
  let session = pause(startSession(PLAN, at(0)), at(MINUTE));
  session = tick(session, at(90 * MINUTE));
  session = resume(session, at(90 * MINUTE, 'b'));
  session = tick(session, at(91 * MINUTE, 'b'));
  expect(spentIn(session.sections[0])).toBe(2 * MINUTE);
});

test('a reload goes on; a closed lid or tab pauses and is not counted', () => {
  const session = startSession(PLAN, at(0));
  const reloaded = tick(session, at(4000, 'b'));
  expect([spentIn(reloaded.sections[0]), reloaded.state]).toEqual([4000, 'asking']);
  const closed = tick(session, at(60 * MINUTE, 'b'));
  expect([spentIn(closed.sections[0]), closed.state, closed.gap]).toEqual([0, 'paused', { ms: 60 * MINUTE }]);
  // A clock that nobody sets goes on through the sleep on some systems, and stands still on others.
  const slept = tick(session, at(60 * MINUTE));
  expect([spentIn(slept.sections[0]), slept.state]).toEqual([0, 'paused']);
  const stood = tick(session, { ...at(2000), wall: 1e12 + 60 * MINUTE });
  expect([spentIn(stood.sections[0]), stood.state, stood.gap]).toEqual([2000, 'paused', { ms: 60 * MINUTE - 2000 }]);
});

test('a clock that is set back changes nothing, and after a reload costs what nobody can know', () => {
  const session = startSession(PLAN, at(0));
  const back = tick(session, { ...at(5000), wall: 5 });
  expect([spentIn(back.sections[0]), back.state]).toEqual([5000, 'asking']);
  const reloaded = tick(session, { ...at(5000, 'b'), wall: 5 });
  expect([spentIn(reloaded.sections[0]), reloaded.state, reloaded.gap]).toEqual([0, 'paused', { ms: undefined }]);
});

test('in one life of a page the time is that of the monotonic clock, in whatever steps it is read', () => {
  const steps = fc.array(
    fc.record({ ms: fc.integer({ min: 0, max: LONGEST_GAP }), set: fc.integer({ min: -1e7, max: LONGEST_GAP }) }),
    {
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(steps, (list) => {
      let clock = at(0);
      let total = 0;
      for (const { ms, set } of list) {
        const now = { wall: clock.wall + ms + set, mono: clock.mono + ms, page: 'a' };
        const { ms: counted, gap } = elapse(clock, now);
        expect(gap).toBeUndefined();
        total += counted;
        clock = now;
      }
      expect(total).toBe(list.reduce((sum, { ms }) => sum + ms, 0));
    }),
  );
});

test('any sequence of what a reader does ends, counts no time twice and none below zero', () => {
  const act = fc.record({
    what: fc.constantFrom('tick', 'pause', 'resume', 'next', 'endSection', 'reload'),
    ms: fc.integer({ min: 0, max: 2 * MINUTE }),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let session = startSession(PLAN, at(0));
      let now = 0;
      let page = 'a';
      for (const { what, ms } of acts) {
        now += ms;
        if (what === 'reload') page += 'x';
        const clock = at(now, page);
        const acting = { tick, pause, resume, next, endSection, reload: tick }[what];
        const before = session.sections.reduce((sum, section) => sum + spentIn(section), 0);
        session = acting(session, clock);
        const after = session.sections.reduce((sum, section) => sum + spentIn(section), 0);
        expect(after).toBeGreaterThanOrEqual(before);
        expect(after).toBeLessThanOrEqual(now);
        expect(readSession(JSON.parse(JSON.stringify(session)))).toEqual(JSON.parse(JSON.stringify(session)));
      }
      for (let left = 4; left > 0; left -= 1) session = next(session, at(now, page));
      expect(session.state).toBe('assessing');
    }),
    { numRuns: 60 },
  );
});

test('five minutes, one minute and the end are said once, and the last of them where a page has slept', () => {
  expect(findWarning(0, 1000, 10)).toBeUndefined();
  expect(findWarning(5 * MINUTE - 1, 5 * MINUTE, 10)).toBe(5);
  expect(findWarning(5 * MINUTE, 5 * MINUTE + 1000, 10)).toBeUndefined();
  expect(findWarning(0, 9.5 * MINUTE, 10)).toBe(1);
  expect(findWarning(9 * MINUTE, 12 * MINUTE, 10)).toBe(0);
  expect(findWarning(0, 1, 5)).toBeUndefined();
  expect(findWarning(3.9 * MINUTE, 4 * MINUTE, 5)).toBe(1);
});

test('what is no session is none', () => {
  const session = startSession(PLAN, at(0));
  for (const damaged of [null, {}, { ...session, version: 2 }, { ...session, state: 'x' }, { ...session, clock: 1 }]) {
    expect(readSession(damaged)).toBeUndefined();
  }
});
