import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyTimeline } from './testing/timeline.ts';
import { isTimeline, type Timeline } from './timeline.ts';
import { parseTimeline, printTimeline } from './timeline-text.ts';

const TIMELINE: Timeline = {
  tasks: [
    {
      name: 'main',
      parent: null,
      from: 0,
      to: 0.6,
      outcome: 'done',
      error: null,
      segments: [{ kind: 'task', from: 0, to: 0.6, line: 14, on: 'fetch b' }],
    },
    {
      name: 'fetch b',
      parent: 'main',
      from: 0,
      to: 0.6,
      outcome: 'failed',
      error: 'ValueError',
      segments: [
        { kind: 'run', from: 0, to: 0.1, line: null, on: null },
        { kind: 'sleep', from: 0.1, to: 0.6, line: 6, on: null },
      ],
    },
  ],
  omitted: 3,
};
const TEXT = `main 0..0.6 done
  task 0..0.6 at 14 for "fetch b"
"fetch b" by main 0..0.6 failed ValueError
  run 0..0.1
  sleep 0.1..0.6 at 6
and 3 more`;

test('a timeline is a line for each task and for each thing that it does', () => {
  expect(printTimeline(TIMELINE)).toBe(TEXT);
  expect(parseTimeline(`${TEXT}\n`)).toEqual(TIMELINE);
});

test('what is printed is read as it was', () => {
  fc.assert(
    fc.property(anyTimeline, (timeline) => {
      expect(isTimeline(timeline)).toBe(true);
      if (timeline.tasks.length + timeline.omitted === 0) return;
      expect(parseTimeline(printTimeline(timeline))).toEqual(timeline);
    }),
  );
});

test.each([
  ['main', 1, '`main` is no task'],
  ['main 0..1 done\n  nap 0..1', 2, '`nap 0..1` is not what a task does'],
  ['main 0..1 done\n  sleep 1..0', 2, '`sleep 1..0` is not what a task does'],
  ['main 0..1 done\n  sleep 0..1 at x', 2, '`sleep 0..1 at x` is not what a task does'],
  ['main 0..1 finished', 1, '`main 0..1 finished` is no task'],
  ['a 0..1 done\na 0..1 done', 1, 'two tasks have one name, or a task that is named is none'],
  ['a by b 0..1 done', 1, 'two tasks have one name, or a task that is named is none'],
])('%j is no timeline', (text, line, message) => {
  expect(parseTimeline(text)).toEqual({ line, message });
});

test('any text at all is a timeline or has a fault', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^([ "a0.\n]|by |done|sleep |0\.\.1 )*$/)), (text) => {
      const read = parseTimeline(text);
      expect('tasks' in read ? isTimeline(read) : read.message !== '').toBe(true);
    }),
  );
});
