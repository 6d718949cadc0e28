import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beat, isAlive, MAX_GAP, readRunning, startPhase } from './phase-timer.ts';

test('time counts from beat to beat', () => {
  const running = [5000, 10_000, 70_000].reduce(beat, startPhase('gil', 'read', 0));
  expect(running).toEqual({ note: 'gil', phase: 'read', ms: 70_000, beatAt: 70_000 });
});

test('sleep, and a clock that was set back, do not count', () => {
  const running = beat(startPhase('gil', 'read', 0), 10_000);
  expect(isAlive(running, 10_000 + MAX_GAP)).toBe(true);
  expect(isAlive(running, 10_001 + MAX_GAP)).toBe(false);
  expect(beat(running, 8 * 60 * 60 * 1000).ms).toBe(10_000);
  expect(beat(running, 5000).ms).toBe(10_000);
});

test('what is stored reads the same, and anything else is no clock', () => {
  const running = beat(startPhase('gil', 'practise', 5), 10);
  expect(readRunning(JSON.parse(JSON.stringify(running)))).toEqual(running);
  fc.assert(fc.property(fc.jsonValue(), (value) => void readRunning(value)));
  expect([null, [], {}, { ...running, phase: 'nap' }, { ...running, ms: -1 }].map(readRunning)).toEqual(
    Array(5).fill(undefined),
  );
});
