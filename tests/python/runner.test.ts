/** The runner that pages and tests share: what learner code prints, raises and waits for. */
import { describe, expect, test } from 'vitest';
import type { PythonRequest } from '../../src/browser/runners/python/request.ts';
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
  const { error } = pyodide.execute({ blocks: [{ code: 'while True:\n    pass' }], limit: 1000 }).report;
  expect(error).toMatchObject({ message: 'KeyboardInterrupt', place: { file: 'main.py' } });
});

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

const report = (code: string, more: Partial<PythonRequest> = {}) => pyodide.execute({ blocks: [{ code }], ...more });

describe('a report', () => {
  test('names the ending, and the place as an editor counts it', () => {
    const { error, ending } = report('def f(x):\n    return 1 / x\n\nprint("é😀"); f(0)').report;
    expect(ending).toBe('error');
    expect(error?.place).toMatchObject({ line: 2, column: 11, endLine: 2, endColumn: 16 });
    expect(error?.text).toMatchInlineSnapshot(`
      "Traceback (most recent call last):
        File "main.py", line 4, in <module>
          print("é😀"); f(0)
                        ~^^^
        File "main.py", line 2, in f
          return 1 / x
                 ~~^~~
      ZeroDivisionError: division by zero"
    `);
    expect(report('"é😀"; f(0)').report.error?.place).toMatchObject({ line: 1, column: 7, endColumn: 8 });
    expect(report('x = "é😀" + (').report.error?.place).toMatchObject({ line: 1, column: 12 });
  });

  test('shows none of our own frames, causes and groups included', () => {
    const code = `
try:
    {}["a"]
except KeyError as error:
    raise ExceptionGroup("all", [ValueError(1), TypeError(2)]) from error`;
    const { text } = report(code).report.error ?? { text: '' };
    expect(text).toContain('KeyError');
    expect(text).toContain('ValueError: 1');
    expect(text).not.toMatch(/runner|\/lib\//);
  });

  test.each([
    ['import asyncio\nawait asyncio.Event().wait()', 'deadlock', undefined],
    ['while True: print("x")', 'output-limit', undefined],
    ['bytearray(4_000_000_000)', 'memory', undefined],
    ['import threading\nthreading.Thread(target=print).start()', 'unsupported', 'threads'],
    ['import subprocess\nsubprocess.run(["ls"])', 'unsupported', 'processes'],
    ['import urllib.request\nurllib.request.urlopen("http://localhost:1/")', 'unsupported', 'sockets'],
    ['import requests', 'unsupported', 'packages'],
    ['import no_such_module_of_mine, _posixshmem', 'unsupported', 'packages'],
    ['import sys\nsys.exit()', 'done', undefined],
    ['import sys\nsys.exit(3)', 'error', undefined],
  ] as const)('%j ends as %s', (code, ending, limit) => {
    expect(report(code).report).toMatchObject({ ending, limit });
  });

  test('says that time was up, whether or not the program caught the interrupt', () => {
    expect(report('while True:\n    pass', { limit: 200 }).report).toMatchObject({
      ending: 'timeout',
      error: { type: 'KeyboardInterrupt' },
    });
    const caught = report('try:\n    while True: pass\nexcept BaseException: print("caught")', { limit: 200 });
    expect(caught).toMatchObject({ printed: 'caught\n', report: { ending: 'timeout' } });
  });

  test('a program runs after the blocks that it continues, whose output and errors nobody sees', () => {
    const blocks = [{ code: 'x = 1; print("hidden")' }, { code: 'x += 1; raise ValueError' }, { code: 'print(x)' }];
    expect(pyodide.execute({ blocks }).printed).toBe('2\n');
    const { error } = pyodide.execute({ blocks: [{ code: 'def f(): 1 / 0' }, { code: '\nf()' }] }).report;
    expect(error?.place).toMatchObject({ line: 2 });
    expect(error?.text).toContain('File "block-1.py", line 1, in f');
  });

  test('leaves nothing of one program to the next', () => {
    const probe =
      'import os, sys, builtins, gc\nprint(os.listdir("."), "X" in os.environ, hasattr(builtins, "left"), gc.isenabled(), sys.argv)';
    const clean = report(probe).printed;
    report(
      'import os, builtins, gc, sys\nopen("left", "w").close()\nos.environ["X"] = "1"\nbuiltins.left = 1\ngc.disable()\nsys.argv.append("x")',
    );
    expect(report(probe).printed).toBe(clean);
  });

  test.each([
    [
      'a module that it wrote',
      'import sys, tempfile\nfrom pathlib import Path\nfolder = tempfile.mkdtemp()\nPath(folder, "own_module.py").write_text("print(1)")\nsys.path.insert(0, folder)\nimport own_module, json.tool',
      '1\n',
    ],
    [
      'its loggers',
      'import logging, sys\nlogging.basicConfig(stream=sys.stdout)\nlog = logging.getLogger("own.part")\nlog.info("no")\nlogging.getLogger("own").setLevel("INFO")\nlog.addHandler(logging.StreamHandler(sys.stdout))\nlog.info("yes")\nlogging.disable()',
      'yes\nINFO:own.part:yes\n',
    ],
  ])('prints the same the second time, with %s', (_, code, printed) => {
    expect(report(code)).toMatchObject({ printed, report: { ending: 'done' } });
    expect(report(code)).toMatchObject({ printed, report: { ending: 'done' } });
  });
});

describe('tests of an exercise', () => {
  const run = (code: string, tests: string, limit?: number) =>
    pyodide.execute({
      blocks: [{ code, name: 'solution.py' }],
      tests: { name: 'test_solution.py', code: tests },
      ...(limit !== undefined && { limit }),
    }).report;

  test('say what was compared, and belong to tasks', () => {
    const { ending, tests } = run(
      'def add(a, b):\n    return a - b\n\nif __name__ == "__main__":\n    raise SystemExit("run as a script")',
      'from solution import add\n\ndef test_1_adds():\n    """Adds two numbers.\n\n    More."""\n    assert add(1, 2) == 3, "the sum"\n\nasync def test_2_waits_for_free():\n    import asyncio\n    await asyncio.sleep(60)\n    print("slept")\n',
    );
    expect(ending).toBe('failed');
    expect(tests).toMatchObject([
      {
        name: 'test_1_adds',
        title: 'Adds two numbers.',
        task: 1,
        status: 'failed',
        message: 'the sum',
        got: '-1',
        expected: '3',
        source: 'add(1, 2) == 3',
      },
      {
        name: 'test_2_waits_for_free',
        title: 'waits for free',
        task: 2,
        status: 'passed',
        output: 'slept\n',
        virtual: 60,
      },
    ]);
  });

  test('point at the reader’s line where their code raises', () => {
    const { tests } = run('def f():\n    return [][1]\n', 'from solution import f\ndef test_1_f():\n    f()\n');
    expect(tests).toMatchObject([
      { status: 'error', message: 'IndexError: list index out of range', error: { place: { line: 2 } } },
    ]);
  });

  test('that never end are stopped, and those after them do not begin', () => {
    const { ending, tests } = run(
      'def f():\n    while True: pass\n',
      'from solution import f\ndef test_1_a():\n    f()\ndef test_1_b():\n    pass\n',
      300,
    );
    expect(ending).toBe('timeout');
    expect(tests?.map(({ status }) => status)).toEqual(['timeout']);
  });

  test('of code that lacks a name, or does not compile, are not run', () => {
    expect(run('x = 1', 'from solution import add\n').error?.message).toContain("cannot import name 'add'");
    expect(run('def f(:', 'from solution import f\n').error).toMatchObject({ type: 'SyntaxError', place: { line: 1 } });
  });
});
