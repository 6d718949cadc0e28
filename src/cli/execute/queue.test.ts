import { expect, test } from 'vitest';
import { createQueue } from './queue.ts';

test('so many tasks run at once, and the next begins when one ends, even if it failed', async () => {
  const queue = createQueue(2);
  const events: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const start = (name: string) =>
    queue(() => {
      events.push(name);
      return new Promise<string>((resolve, reject) =>
        ends.set(name, (error) => (error === undefined ? resolve(name) : reject(error))),
      );
    });
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(start);
  await Promise.resolve();
  expect(events).toEqual(['a', 'b']);
  ends.get('b')?.(new Error('no'));
  await expect(b).rejects.toThrow('no');
  expect(events).toEqual(['a', 'b', 'c']);
  ends.get('a')?.();
  expect(await a).toBe('a');
  await Promise.resolve();
  expect(events).toEqual(['a', 'b', 'c', 'd']);
  ends.get('c')?.();
  ends.get('d')?.();
  expect(await Promise.all([c, d])).toEqual(['c', 'd']);
});
