/** Code that does harm: each ends in a stated error, and the next run works again. */
import { test as firstVisit } from '@playwright/test';
import { awaitEnding, openPlayground, pressRun, runCode, showCode } from './playground.ts';
import { expect, test } from './warm.ts';

const HELLO = 'print("hello")';

/** Name, code, how it ends, what is printed. */
const PYTHON: readonly (readonly [name: string, code: string, ending: string, printed: RegExp])[] = [
  ['an endless loop', 'while True:\n    pass', 'timeout', /line [12], in <module>/],
  [
    'an endless loop that catches everything',
    'while True:\n    try:\n        while True: pass\n    except: pass',
    'timeout',
    /^/,
  ],
  ['4 GB in one piece', 'x = bytearray(4_000_000_000)', 'memory', /line 1/],
  ['4 GB in many pieces', 'x = []\nwhile True: x.append(bytearray(10_000_000))', 'memory', /MemoryError/],
  ['a flood of output', 'while True: print("x" * 1000)', 'output-limit', /^x{1000}/],
  [
    'tasks that start tasks',
    'import asyncio\nasync def fork():\n    while True:\n        asyncio.create_task(fork())\n        await asyncio.sleep(0)\nasyncio.run(fork())',
    'timeout',
    /^/,
  ],
  ['deep recursion', 'def f(): return f()\nf()', 'error', /RecursionError/],
  [
    'deep recursion through C',
    'class A:\n    def __repr__(self): return repr(self)\nrepr(A())',
    'error',
    /RecursionError/,
  ],
  ['a sort that calls itself', 'def k(x): return sorted([1, 2], key=k)\nk(1)', 'error', /RecursionError/],
  ['deep nesting', 'x = []\nfor _ in range(100_000): x = [x]\nrepr(x)', 'crashed', /stack size/],
  ['a structure that is too deep to free', 'x = []\nfor _ in range(50_000): x = [x]', 'done', /^$/],
  ['a lone surrogate', 'print("a" + chr(0xD800) + "b")', 'done', /^a\?b/],
  ['a syntax error', 'def f(:\n    pass', 'error', /SyntaxError/],
  ['a null byte', 'x = "\0"', 'error', /SyntaxError/],
  ['threads', 'import threading\nthreading.Thread(target=print).start()', 'unsupported', /one thread/],
  ['processes', 'import subprocess\nsubprocess.run(["ls"])', 'unsupported', /processes cannot start/],
  ['sockets', 'import socket\nsocket.create_connection(("example.org", 80))', 'unsupported', /sockets do not exist/],
  ['multiprocessing', 'import multiprocessing\nmultiprocessing.Pool(2)', 'unsupported', /_multiprocessing/],
  ['a package', 'import requests', 'unsupported', /requests/],
  [
    'a deadlock',
    'import asyncio\nasync def main():\n    await asyncio.Event().wait()\nasyncio.run(main())',
    'deadlock',
    /main\.py:3/,
  ],
  ['a megabyte of code', `${'# a comment that somebody pasted\n'.repeat(31_000)}print("read")`, 'done', /^read/],
  ['no output at all', 'x = 1', 'done', /^$/],
];

test('Python: each ends as it should, and the next run works', async ({ page }) => {
  test.slow();
  await openPlayground(page);
  for (const [name, code, ending, printed] of PYTHON) {
    const run = await runCode(page, code);
    expect.soft(run.ending, name).toBe(ending);
    expect.soft(run.printed, name).toMatch(printed);
    expect.soft((await runCode(page, HELLO)).printed, `after ${name}`).toBe('hello\n');
  }
});

test('Python: a program that changes the library, the builtins or the settings leaves nothing to the next', async ({
  page,
}) => {
  await openPlayground(page);
  const changes = [
    'import json, asyncio\njson.dumps = None\nasyncio.Queue.get = None\nasyncio.run = None',
    'import builtins\nbuiltins.print = None\nbuiltins.len = None',
    'import sys\nsys.stdout = None\nsys.setrecursionlimit(50)\nsys.path.clear()',
    'open("left.txt", "w").write("x")\nimport os\nos.environ["LEFT"] = "x"\nimport random\nrandom.seed(7)',
    'import logging\nlogging.basicConfig(level=0)\nimport gc\ngc.disable()',
  ];
  const probe = `import asyncio, gc, json, logging, os, random
async def main():
    queue = asyncio.Queue()
    await queue.put(len("abc"))
    print(json.dumps([await queue.get()]), os.listdir("."), "LEFT" in os.environ, gc.isenabled(), logging.root.handlers)
    print(round(random.random(), 3))
asyncio.run(main())`;
  const clean = await runCode(page, probe);
  expect(clean.printed).toMatch(/^\[3\] \[\] False True \[\]\n0\.\d+\n$/);
  for (const code of changes) {
    await runCode(page, code);
    expect.soft((await runCode(page, probe)).printed, code).toBe(clean.printed);
  }
});

test('Python: Stop ends a program at once, and the next run works', async ({ page }) => {
  await openPlayground(page);
  await showCode(page, 'import time\nprint("begun", flush=True)\nwhile True: pass');
  await pressRun(page);
  const stop = page.getByRole('button', { name: 'Stop' });
  await expect(page.getByText('Running…')).toBeVisible({ timeout: 60_000 });
  await stop.click();
  expect(await awaitEnding(page)).toMatchObject({ ending: 'stopped', said: 'Stopped' });
  await expect(stop).toBeHidden();
  expect((await runCode(page, HELLO)).printed).toBe('hello\n');
});

firstVisit(
  'the network dies while Python downloads: the page says so, and the next press tries again',
  async ({ page }) => {
    await page.route('**/pyodide.asm.wasm.gz', (route) => route.abort('connectionfailed'));
    await openPlayground(page);
    const run = await runCode(page, HELLO);
    expect(run.ending).toBe('load-failed');
    expect(run.said).toContain('Check the network');
    await page.unroute('**/pyodide.asm.wasm.gz');
    await pressRun(page);
    await expect(page.locator('.study-run-output samp')).toHaveText('hello\n', { timeout: 60_000 });
  },
);

test('a snapshot that is damaged costs a slow start and nothing else', async ({ page }) => {
  await openPlayground(page);
  expect((await runCode(page, HELLO)).printed).toBe('hello\n');
  const cache = 'pskb:python';
  await expect
    .poll(() => page.evaluate(async (name) => (await (await caches.open(name)).keys()).length, cache), {
      timeout: 30_000,
    })
    .toBe(1);
  await page.evaluate(async (name) => {
    const store = await caches.open(name);
    for (const key of await store.keys()) await store.put(key, new Response(new Uint8Array(5000)));
  }, cache);
  await page.reload();
  expect((await runCode(page, HELLO)).printed).toBe('hello\n');
});

test('SQL: each ends as it should, and the next run has a database of its own', async ({ page }) => {
  test.slow();
  await openPlayground(page);
  const cases = [
    ['DROP SCHEMA public CASCADE; DROP SCHEMA pg_catalog CASCADE', 'error'],
    ['SELEC 1', 'error'],
    ["UPDATE pg_class SET relname = 'x'", 'error'],
    ['WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r', 'timeout'],
    ['CREATE TABLE t (a int); BEGIN; INSERT INTO t VALUES (1)', 'done'],
  ] as const;
  for (const [sql, ending] of cases) {
    expect.soft((await runCode(page, sql, 'sql')).ending, sql).toBe(ending);
    expect
      .soft((await runCode(page, 'CREATE TABLE t (a int); SELECT 1 + 1 AS two', 'sql')).ending, `after ${sql}`)
      .toBe('done');
    await expect.soft(page.locator('.study-run-output td')).toHaveText('2');
  }
});
