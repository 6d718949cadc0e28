import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeJson } from './merge-json.ts';
import { mergePackage } from './merge-package.ts';
import { mergeWords } from './merge-words.ts';

const never = () => {
  throw new Error('nothing is in dispute');
};
const json = fc.jsonValue({ maxDepth: 2 });

test('where one side changed nothing, the other side’s is the result', () => {
  fc.assert(
    fc.property(json, json, (base, changed) => {
      expect(mergeJson(base, base, changed, never)).toEqual(changed);
      expect(mergeJson(base, changed, base, never)).toEqual(changed);
    }),
  );
});

test('keys that both added come together, each behind the key that it stood behind', () => {
  const base = { a: 1, z: 1 };
  const merged = mergeJson(base, { mine: 0, a: 1, b: 2, z: 1 }, { a: 1, c: 3, z: 1, d: 4 }, never);
  expect(JSON.stringify(merged)).toBe('{"mine":0,"a":1,"b":2,"c":3,"z":1,"d":4}');
});

test('package.json: the engine’s pins, the fork’s name, packages and scripts', () => {
  const disputed: string[] = [];
  const base = {
    name: 'engine',
    version: '1.0.0',
    scripts: { test: 'a', build: 'a', gone: 'a' },
    dependencies: { astro: '1', dropped: '1', kept: '1', removed: '1' },
  };
  const ours = {
    name: 'mine',
    version: '7.0.0',
    scripts: { test: 'mine', build: 'mine', gone: 'a', own: 'mine' },
    dependencies: { astro: '1.5', dropped: '1', kept: '9', own: '3' },
  };
  const theirs = {
    name: 'engine',
    version: '2.0.0',
    scripts: { test: 'b', build: 'a', more: 'b' },
    dependencies: { astro: '2', more: '1', removed: '2' },
  };
  expect(mergePackage(base, ours, theirs, disputed)).toEqual({
    name: 'mine',
    version: '7.0.0',
    scripts: { test: 'mine', build: 'mine', own: 'mine', more: 'b' },
    dependencies: { astro: '2', kept: '9', own: '3', more: '1' },
  });
  expect(disputed).toEqual(['scripts.test']);
});

test('words: the fork’s wording stays, new words come, and what the engine no longer says goes', () => {
  const base = { a: 'A', b: 'B', c: 'C', d: 'D' };
  const ours = { a: 'mine', b: 'mine', c: 'C', d: 'mine', own: 'O' };
  expect(mergeWords(base, ours, { a: 'A', b: 'B2', c: 'C2', e: 'E' })).toEqual({
    a: 'mine',
    b: 'mine',
    c: 'C2',
    own: 'O',
    e: 'E',
  });
});
