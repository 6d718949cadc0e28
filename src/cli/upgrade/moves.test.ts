import { expect, test } from 'vitest';
import { followMoves } from './moves.ts';
import { planUpgrade } from './plan.ts';
import type { Tree } from './tree.ts';

function treeOf(texts: Readonly<Record<string, string>>): Tree {
  return new Map(Object.entries(texts).map(([file, id]) => [file, { mode: '100644', id }]));
}

function follow(ours: Readonly<Record<string, string>>): string[] {
  const trees = { base: treeOf({ 'src/old.ts': 'a' }), ours: treeOf(ours), theirs: treeOf({ 'src/new.ts': 'b' }) };
  const steps = followMoves(
    planUpgrade(trees, () => 'engine'),
    new Map([['src/old.ts', 'src/new.ts']]),
  );
  return steps.map(({ file, act, base, ours: own, theirs }) =>
    [file, act, base?.id ?? '-', own?.id ?? '-', theirs?.id ?? '-'].join(' '),
  );
}

test('a change goes along to the new place', () => {
  expect(follow({ 'src/old.ts': 'mine' })).toEqual(['src/new.ts merge a mine b', 'src/old.ts remove a mine -']);
});

test('a file without a change is taken from the new place, and one that was deleted stays away from the old one', () => {
  expect(follow({ 'src/old.ts': 'a' })).toEqual(['src/new.ts take - - b', 'src/old.ts remove a a -']);
  expect(follow({})).toEqual(['src/new.ts take - - b']);
});

test('where the fork has something in the new place, both are looked at by hand', () => {
  expect(follow({ 'src/old.ts': 'mine', 'src/new.ts': 'other' })).toEqual([
    'src/new.ts merge - other b',
    'src/old.ts leave a mine -',
  ]);
});
