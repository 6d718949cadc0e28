import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Owner } from './ownership.ts';
import { planUpgrade, type Step } from './plan.ts';
import type { Tree } from './tree.ts';

/** Texts by file: one letter stands for a version of its text. */
type Texts = Readonly<Record<string, string>>;

const OWNERS: Readonly<Record<string, Owner>> = { content: 'owned', guide: 'shared', src: 'engine' };

function findOwner(file: string): Owner | undefined {
  return OWNERS[file.split('/')[0] ?? ''];
}

function treeOf(texts: Texts): Tree {
  return new Map(Object.entries(texts).map(([file, id]) => [file, { mode: '100644', id }]));
}

function plan(base: Texts, ours: Texts, theirs: Texts): Step[] {
  return planUpgrade({ base: treeOf(base), ours: treeOf(ours), theirs: treeOf(theirs) }, findOwner);
}

test.each<[name: string, base: string, ours: string, theirs: string, expected: string]>([
  ['same everywhere', 'a', 'a', 'a', ''],
  ['both made the same of it', 'a', 'b', 'b', ''],
  ['only the engine changed it', 'a', 'a', 'b', 'clean take'],
  ['only the engine deleted it', 'a', 'a', '', 'clean remove'],
  ['new in the engine', '', '', 'b', 'clean take'],
  ['only the fork changed it', 'a', 'b', 'a', 'local leave'],
  ['the fork’s addition', '', 'b', '', 'local leave'],
  ['only the fork deleted it', 'a', '', 'a', ''],
  ['the fork deleted what the engine changed', 'a', '', 'b', 'deleted leave'],
  ['the engine deleted what the fork changed', 'a', 'b', '', 'hand-merge leave'],
  ['both changed it', 'a', 'b', 'c', 'merge merge'],
  ['both added it', '', 'b', 'c', 'merge merge'],
  ['both deleted it', 'a', '', '', ''],
])('%s', (_, base, ours, theirs, expected) => {
  const texts = (id: string): Texts => (id === '' ? {} : { 'src/a.ts': id });
  expect(plan(texts(base), texts(ours), texts(theirs)).map(({ fate, act }) => `${fate} ${act}`)).toEqual(
    expected === '' ? [] : [expected],
  );
});

test('what is new in a shared folder that the fork has emptied is not wanted; in the engine’s it is needed', () => {
  const base = { 'guide/a.md': 'a', 'src/a.ts': 'a', 'guide/deep/b.md': 'b' };
  const theirs = { ...base, 'guide/new.md': 'n', 'src/new.ts': 'n', 'guide/deep/new.md': 'n' };
  const steps = plan(base, { 'guide/deep/b.md': 'b' }, theirs);
  expect(steps.map(({ file, fate }) => `${file} ${fate}`)).toEqual([
    'guide/deep/new.md clean',
    'guide/new.md deleted',
    'src/new.ts clean',
  ]);
});

test('a file that no list names is the engine’s where the engine has it', () => {
  const steps = plan({ 'odd.txt': 'a' }, { 'odd.txt': 'a', 'mine.txt': 'm' }, { 'odd.txt': 'b' });
  expect(steps.map(({ file, fate }) => `${file} ${fate}`)).toEqual(['mine.txt local', 'odd.txt clean']);
});

const texts = fc.dictionary(
  fc.constantFrom('content/a', 'content/b', 'guide/a', 'guide/b', 'src/a', 'src/b/c', 'x'),
  fc.constantFrom('a', 'b', 'c'),
);

test('what is owned is never written, removed or merged', () => {
  fc.assert(
    fc.property(texts, texts, texts, (base, ours, theirs) => {
      const touched = plan(base, ours, theirs).filter(({ act }) => act !== 'leave');
      expect(touched.filter(({ file }) => file.startsWith('content/'))).toEqual([]);
    }),
  );
});

test('a fork that changed nothing has the newer engine; one that is upgraded to its own engine stays as it is', () => {
  const engine = texts.map((all) =>
    Object.fromEntries(Object.entries(all).filter(([file]) => !file.startsWith('content'))),
  );
  fc.assert(
    fc.property(engine, engine, texts, (base, theirs, ours) => {
      const result = new Map(treeOf(base));
      for (const { file, fate, act, theirs: newer } of plan(base, base, theirs)) {
        expect(['clean', 'local', 'deleted']).toContain(fate);
        if (act === 'remove') result.delete(file);
        if (act === 'take' && newer !== undefined) result.set(file, newer);
        if (fate === 'deleted') result.set(file, newer ?? { mode: '', id: '' });
      }
      expect(result).toEqual(treeOf(theirs));
      expect(plan(base, ours, base).filter(({ act }) => act !== 'leave')).toEqual([]);
    }),
  );
});

test('what the fork made is never overwritten or removed', () => {
  fc.assert(
    fc.property(texts, texts, texts, (base, ours, theirs) => {
      for (const { file, act } of plan(base, ours, theirs)) {
        if (ours[file] !== base[file]) expect(['leave', 'merge']).toContain(act);
        if (!(file in ours) && file in base) expect(act).toBe('leave');
      }
    }),
  );
});
