import { expect, test, vi } from 'vitest';
import { createChunkQueue } from './chunk-queue.ts';

test('forty minutes go through memory a chunk at a time', async () => {
  const written: number[] = [];
  let most = 0;
  const queue = createChunkQueue<number>({
    async write(chunk) {
      written.push(chunk);
      return true;
    },
    limit: 8,
    onBreak: () => expect.unreachable(),
  });
  for (let chunk = 1; chunk <= 480; chunk += 1) {
    queue.add(chunk);
    most = Math.max(most, queue.size);
    await queue.settle();
  }
  expect(written).toHaveLength(480);
  expect(written).toEqual(written.toSorted((a, b) => a - b));
  expect([most, queue.size]).toEqual([1, 0]);
});

test('where the disk stands still, the queue breaks rather than grow', async () => {
  const write = Promise.withResolvers<boolean>();
  const onBreak = vi.fn();
  const written: number[] = [];
  const queue = createChunkQueue<number>({
    write(chunk) {
      written.push(chunk);
      return write.promise;
    },
    limit: 8,
    onBreak,
  });
  for (let chunk = 1; chunk <= 480; chunk += 1) {
    queue.add(chunk);
    expect(queue.size).toBeLessThanOrEqual(8);
  }
  expect(onBreak).toHaveBeenCalledTimes(1);
  write.resolve(true);
  await queue.settle();
  expect([written, queue.size]).toEqual([[1], 0]);
});

test('after a chunk that was not written nothing more is', async () => {
  const onBreak = vi.fn();
  const written: number[] = [];
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const queue = createChunkQueue<number>({
    async write(chunk) {
      written.push(chunk);
      if (chunk === 2) throw new Error('gone');
      return true;
    },
    limit: 8,
    onBreak,
  });
  for (const chunk of [1, 2, 3]) queue.add(chunk);
  await queue.settle();
  queue.add(4);
  await queue.settle();
  expect(written).toEqual([1, 2]);
  expect(onBreak).toHaveBeenCalledTimes(1);
});
