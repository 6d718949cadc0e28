import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countRequests, whenIdle } from './dev-idle.ts';

type Middleware = (request: unknown, response: EventEmitter, next: () => void) => void;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** @returns begins a request, and what it returns ends it */
function serve(): () => () => void {
  let handle: Middleware | undefined;
  const server = { middlewares: { use: (given: Middleware) => (handle = given) } };
  const setup = countRequests().hooks['astro:server:setup'] as unknown as (options: object) => void;
  setup({ server });
  return () => {
    const response = new EventEmitter();
    handle?.({}, response, () => undefined);
    return () => void response.emit('close');
  };
}

test('of many times something is done once, after the last', () => {
  const act = vi.fn();
  const later = whenIdle(act);
  later();
  vi.advanceTimersByTime(100);
  later();
  vi.advanceTimersByTime(100);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(act).toHaveBeenCalledTimes(1);
});

test('it waits for pages that were asked for meanwhile', () => {
  const act = vi.fn();
  const begin = serve();
  whenIdle(act)();
  const end = begin();
  vi.advanceTimersByTime(10_000);
  expect(act).not.toHaveBeenCalled();
  end();
  vi.advanceTimersByTime(1000);
  expect(act).toHaveBeenCalledTimes(1);
});
