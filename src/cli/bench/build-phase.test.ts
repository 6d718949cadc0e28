import { expect, test } from 'vitest';
import { PhaseClock } from './build-phase.ts';

const PRINTED = [
  '10:00:03 [content] Syncing content',
  '10:00:10 [content] Synced content',
  '10:00:10 [build] ✓ Completed in 9s.',
  '10:00:10 [build] Building static entrypoints...',
  ' generating static routes ',
  '10:00:50 ✓ Completed in 30s.',
  '10:00:55 [study-search-index] search: 12 entries in en',
  '10:00:58 [study-publish] content policy: 9 scripts stand in pages, and no other may',
  '10:01:00 [build] Complete!',
];

test('each phase lasts from the end of the one before, whatever is printed in between', () => {
  const clock = new PhaseClock();
  for (const [index, line] of PRINTED.entries()) clock.read(line, index);
  expect(Object.fromEntries(clock.seconds)).toEqual({
    'check and start': 0,
    content: 3,
    bundles: 1,
    pages: 1,
    search: 1,
    publish: 1,
    offline: 1,
  });
});

test('a phase that did not end has no time', () => {
  const clock = new PhaseClock();
  clock.read('[content] Syncing content', 2);
  clock.read('Error', 3);
  expect([...clock.seconds]).toEqual([['check and start', 2]]);
});
