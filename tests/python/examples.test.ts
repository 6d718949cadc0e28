/** Every program of `content/examples` that no page shows runs and prints something, and the tests beside each pass. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createExecutor } from '../../src/cli/execute/executor.ts';
import type { Outcome } from '../../src/cli/execute/outcome.ts';
import { type PytestOutcome, runPytest } from '../../src/cli/execute/pytest.ts';
import { createQueue } from '../../src/cli/execute/queue.ts';
import { findPython, PYTHON_HINT } from '../../src/cli/setup/python.mjs';
import { EXAMPLES, listExamples, parseReference } from '../../src/content/example.ts';
import { getBlockMode, readCodeBlocks } from '../../src/content/fence.ts';
import { openDiskFiles } from '../../src/content/files/disk-files.ts';
import { listPageBlocks } from './page-blocks.ts';

const project = path.resolve(import.meta.dirname, '../..');
const files = openDiskFiles(project);
const programs = listExamples(files).filter((name) => !/(^|\/)(test_[^/]+|conftest)\.py$/.test(name));
const groups = [...new Set(listExamples(files).map((name) => path.posix.dirname(name)))];
/** Those that pages show are run by scripts.test.ts, which compares what they print, and need no second run. */
const shown = new Set(
  listPageBlocks((block) => getBlockMode(block) === 'example')
    .flatMap(({ blocks }) => blocks)
    .map(({ meta }) => parseReference(meta.values.get('example') ?? '').path),
);
const executor = createExecutor({ project });
const queue = createQueue(2);
/** Milliseconds for what waits in line: what hangs is ended long before. */
const PATIENCE = 15 * 60_000;
/** What a program's docstring says that it talks to. */
const NEEDS = [
  ['postgres', /^Needs PostgreSQL/m],
  ['redis', /^Needs Redis/m],
] as const;

const python = findPython();
if (python === undefined) throw new Error(PYTHON_HINT);
const testing = runPytest(
  python,
  groups.map((group) => ({ folder: path.join(project, EXAMPLES, group) })),
);
let tested: ReadonlyMap<string, PytestOutcome>;
beforeAll(async () => {
  tested = await testing;
}, PATIENCE);
afterAll(() => executor.close());

test('programs lie in a folder with their tests', () => {
  expect(programs.filter((name) => !name.includes('/'))).toEqual([]);
});

test.each(groups)('the tests in %s pass', (group) => {
  const outcome = tested.get(path.join(project, EXAMPLES, group));
  expect(outcome?.error).toBe('');
  const skipped = outcome?.tests.filter((run) => run.outcome === 'skipped') ?? [];
  for (const { name, message } of skipped) console.warn(`${group}: ${name} is not run: ${message}`);
  expect(outcome?.tests.filter((run) => run.outcome === 'failed')).toEqual([]);
  expect(outcome?.tests.length).toBeGreaterThan(0);
});

describe.each(programs)('%s', (name) => {
  const text = files.read(EXAMPLES + name).text;
  const isScript = text.includes("if __name__ == '__main__'") || text.includes('if __name__ == "__main__"');

  test('says what it is', () => {
    expect(text).toMatch(/^"""[A-Z“]/);
    const test = `${EXAMPLES}${path.posix.dirname(name)}/test_${path.posix.basename(name)}`;
    if (isScript) expect(files.has(test)).toBe(true);
  });

  if (!isScript || shown.has(name)) return;
  const running = run(name, text);
  test('runs and prints what it shows', { timeout: PATIENCE }, async ({ skip }) => {
    const result = await running;
    if (typeof result === 'string') {
      console.warn(`${name} is not run: it needs ${result}`);
      return skip(`needs ${result}`);
    }
    expect(result.error).toBeNull();
    expect(result.printed.trim()).not.toBe('');
  });
});

/** What came of a program, or what it needs and this machine lacks. */
function run(name: string, text: string): Promise<Outcome | string> {
  const needs = NEEDS.filter(([, pattern]) => pattern.test(text)).map(([service]) => service);
  const words = needs.length > 0 ? ` needs=${needs.join()}` : '';
  const [block] = readCodeBlocks(`\`\`\`python example=${name}${words}\n\`\`\``, 'md');
  if (block === undefined) throw new Error('no block');
  const result = queue(async () => {
    const missing = await executor.findMissing(block);
    return missing.length > 0 ? missing.join(', ') : executor.run(block);
  });
  // Its test reports it; until then nobody listens.
  result.catch(() => {});
  return result;
}
