import { expect, test } from 'vitest';
import { runSideBySide } from './lanes.mjs';

interface Step {
  readonly name: string;
  readonly cores?: number;
  readonly after?: readonly string[];
}

/** Starts the steps; each ends when it is told to, and what has begun can be read at any time. */
function start(steps: readonly Step[], cores = 2) {
  const begun: string[] = [];
  const ends = new Map<string, (result: string) => void>();
  const all = runSideBySide(steps, cores, ({ name }: Step) => {
    begun.push(name);
    return new Promise<string>((resolve) => ends.set(name, resolve));
  });
  const end = async (name: string) => {
    ends.get(name)?.(`${name} done`);
    // What waits for it is begun before the next task of the loop.
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, all, end };
}

test('as many begin as there are cores, and the next when one ends', async () => {
  const { begun, end } = start([{ name: 'types' }, { name: 'sites' }, { name: 'lint' }]);
  expect(begun).toEqual(['types', 'sites']);
  await end('sites');
  expect(begun).toEqual(['types', 'sites', 'lint']);
});

test('what fills every core waits until all are free, and nothing that comes later goes before it', async () => {
  const { begun, end } = start([
    { name: 'types' },
    { name: 'unit', cores: Number.POSITIVE_INFINITY },
    { name: 'lint' },
  ]);
  expect(begun).toEqual(['types']);
  await end('types');
  expect(begun).toEqual(['types', 'unit']);
  await end('unit');
  expect(begun).toEqual(['types', 'unit', 'lint']);
});

test('what takes two cores runs on a machine that has one', async () => {
  const { begun, end } = start([{ name: 'e2e', cores: 2 }, { name: 'lint' }], 1);
  expect(begun).toEqual(['e2e']);
  await end('e2e');
  expect(begun).toEqual(['e2e', 'lint']);
});

test('what comes after another begins when that has ended, and lets others go first', async () => {
  const { begun, end } = start([{ name: 'build' }, { name: 'e2e', after: ['build'] }, { name: 'lint' }]);
  expect(begun).toEqual(['build', 'lint']);
  await end('lint');
  expect(begun).toEqual(['build', 'lint']);
  await end('build');
  expect(begun).toEqual(['build', 'lint', 'e2e']);
});

test('nothing waits for a step that is not run', () => {
  expect(start([{ name: 'e2e', after: ['build'] }]).begun).toEqual(['e2e']);
});

test('results are in the order of the list, not in that in which they came', async () => {
  const { all, end } = start([{ name: 'types' }, { name: 'sites' }]);
  await end('sites');
  await end('types');
  expect(await all).toEqual(['types done', 'sites done']);
});

test('steps that wait for each other are named', async () => {
  const { all } = start([
    { name: 'build', after: ['e2e'] },
    { name: 'e2e', after: ['build'] },
  ]);
  await expect(all).rejects.toThrow('build, e2e wait for each other');
});
