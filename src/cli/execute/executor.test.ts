import { describe, expect, test } from 'vitest';
import { readCodeBlocks } from '../../content/fence.ts';
import { createExecutor } from './executor.ts';

function block(info: string) {
  const [first] = readCodeBlocks(`\`\`\`${info}\nx\n\`\`\``, 'md');
  if (first === undefined) throw new Error('no block');
  return first;
}

describe('what a block needs and is not here', () => {
  const others = ['linux', 'darwin', 'win32'].filter((name) => name !== process.platform);
  const executor = createExecutor({ environment: { REDIS_URL: 'http://localhost' } });

  test('is a system, unless one of those named is this one', async () => {
    expect(await executor.findMissing(block(`python cpython needs=${others.join()}`))).toEqual([others.join(' or ')]);
    expect(await executor.findMissing(block(`python cpython needs=${others.join()},${process.platform}`))).toEqual([]);
  });

  test('is a service', async () => {
    expect(await executor.findMissing(block('python cpython needs=redis'))).toEqual([
      'redis (REDIS_URL begins with http://)',
    ]);
  });

  test('is nothing for most', async () => {
    expect(await executor.findMissing(block('sql run'))).toEqual([]);
  });
});

test('a block of PostgreSQL is not run on a server that is not there, and others never are', async () => {
  const executor = createExecutor({ environment: { DATABASE_URL: 'mysql://localhost' } });
  expect(await executor.runOnServer(block('sql run'))).toEqual({
    missing: 'postgres (DATABASE_URL begins with mysql://)',
  });
  expect(await executor.runOnServer(block('sql run engine=sqlite'))).toBeUndefined();
  expect(await executor.runOnServer(block('python run'))).toBeUndefined();
});

test.each(['python norun="why"', 'sql', 'sql run engine=mysql'])('nothing runs `%s`', async (info) => {
  await expect(createExecutor({ environment: {} }).run(block(info))).rejects.toThrow(
    /^Line 1: nothing runs a (python|sql) block/,
  );
});
