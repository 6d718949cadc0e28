/** The runner that pages and tests share: what learner code prints, raises and waits for. */
import { expect, test } from 'vitest';
import { formatOutcome } from '../../src/cli/execute/outcome.ts';
import { startPyodide } from '../../src/cli/execute/pyodide.ts';
import { readCodeBlocks } from '../../src/content/fence.ts';

const pyodide = await startPyodide();

/** What a block prints, and the last line of what it raises. */
function run(code: string, meta = 'run'): string {
  const [block] = readCodeBlocks(`\`\`\`python ${meta}\n${code}\n\`\`\``, 'md');
  if (block === undefined) throw new Error('no block');
  return formatOutcome(pyodide.run(block)).trimEnd();
}

test('Python is 3.14', () => {
  expect(run('import sys; print(sys.version_info[:2])')).toBe('(3, 14)');
});

test('each block starts with fresh names, unless it continues its group', () => {
  run('x = 1');
  expect(run('print(x)')).toBe("NameError: name 'x' is not defined");
  run('x = 2', 'run group=a');
  expect(run('print(x)', 'run group=a')).toBe('2');
  pyodide.startPage();
  expect(run('print(x)', 'run group=a')).toBe("NameError: name 'x' is not defined");
});

test('waiting costs nothing and takes exactly its time', () => {
  const code = `
import asyncio, time
async def main():
    started = time.monotonic()
    await asyncio.gather(asyncio.sleep(3600), asyncio.sleep(1800))
    print(round(time.monotonic() - started))
asyncio.run(main())`;
  expect(run(code)).toBe('3600');
});

test('time.sleep blocks the other tasks, as it does in a real loop', () => {
  const code = `
import asyncio, time
async def tick(log):
    for n in range(3):
        log.append(n)
        await asyncio.sleep(0.01)
async def main():
    log = []
    task = asyncio.create_task(tick(log))
    await asyncio.sleep(0)
    time.sleep(0.1)
    log.append("blocked")
    await task
    print(log)
asyncio.run(main())`;
  expect(run(code)).toBe("[0, 'blocked', 1, 2]");
});

test('equal deadlines fire in the order they were set', () => {
  const code = `
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    log = []
    for n in range(20):
        loop.call_at(loop.time() + 1 - loop.time() + 5, log.append, n)
    await asyncio.sleep(10)
    print(log == sorted(log), len(log))
asyncio.run(main())`;
  expect(run(code)).toBe('True 20');
});

test('to_thread returns after the time its work took, and the loop goes on meanwhile', () => {
  const code = `
import asyncio, time
async def main():
    log = []
    async def tick():
        await asyncio.sleep(1)
        log.append("tick")
    async with asyncio.TaskGroup() as group:
        group.create_task(tick())
        await asyncio.to_thread(time.sleep, 2)
        log.append("worked")
    print(log)
asyncio.run(main())`;
  expect(run(code)).toBe("['tick', 'worked']");
});

test('tasks that wait for ever are named with their line', () => {
  const code = `import asyncio
async def main():
    await asyncio.Event().wait()
asyncio.run(main())`;
  expect(run(code)).toContain('DeadlockError');
  expect(run(code)).toContain('main.py:3');
});

test('an endless loop ends at the deadline with its line', () => {
  expect(run('while True:\n    pass')).toContain('KeyboardInterrupt');
}, 30_000);

test('input() reads the answers that the fence gives, then ends', () => {
  expect(run('print(input("? ") + input())', 'run stdin="a\\nb"')).toBe('? a\nb\nab');
  expect(run('input()')).toBe('EOFError: EOF when reading a line');
});

test('a block that leaves the random generator or the clock changed does not disturb the next', () => {
  const first = run('import random; print(random.random())');
  run('import random, time; random.seed(99); time.sleep(5)');
  expect(run('import random; print(random.random())')).toBe(first);
  expect(run('import time; print(round(time.monotonic(), 2))')).toBe('0.0');
});
