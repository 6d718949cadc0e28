import { expect, test } from 'vitest';
import { createDeadline } from './deadline.ts';

test('interrupts once the time is up, and again for code that goes on', () => {
  let now = 0;
  const deadline = createDeadline(() => now);
  deadline.start(1000);
  const poll = () => deadline.buffer[0];
  expect([poll(), deadline.isOverdue]).toEqual([0, false]);
  now = 1000;
  expect([poll(), poll(), deadline.isOverdue]).toEqual([2, 0, true]);
  now = 1250;
  expect(poll()).toBe(2);
});

test('what Pyodide writes at every poll changes nothing, and a stopped deadline never comes', () => {
  let now = 0;
  const deadline = createDeadline(() => now);
  deadline.start(10);
  deadline.buffer[0] = 0;
  now = 20;
  expect(deadline.buffer[0]).toBe(2);
  deadline.stop();
  now = 1e9;
  expect(deadline.buffer[0]).toBe(0);
  deadline.start(10);
  expect(deadline.isOverdue).toBe(false);
});
