import { expect, test } from 'vitest';
import { planLockfile } from './lockfile.ts';

const THEIRS = { name: 'engine', version: '2.0.0', dependencies: { astro: '2.0.0' } };
const LOCK = {
  name: 'engine',
  version: '2.0.0',
  lockfileVersion: 3,
  packages: { '': { ...THEIRS, license: 'MIT' }, 'node_modules/astro': { version: '2.0.0' } },
};

test('without packages of its own a fork has the engine’s lockfile under its own name, and npm is not asked', () => {
  const merged = { ...THEIRS, name: 'mine', version: '0.0.1', scripts: { own: 'x' } };
  expect(JSON.parse(planLockfile({ merged, theirs: THEIRS, lock: LOCK, npmrc: undefined }))).toEqual({
    ...LOCK,
    name: 'mine',
    version: '0.0.1',
    packages: { ...LOCK.packages, '': { ...LOCK.packages[''], name: 'mine', version: '0.0.1' } },
  });
});

test('a package that npm cannot find stops the upgrade before anything is changed', () => {
  const merged = { ...THEIRS, dependencies: { astro: '2.0.0', own: '1.0.0' } };
  // Nobody listens there, so that npm needs no network to fail.
  const npmrc = 'registry=http://127.0.0.1:9/\nfetch-retries=0\n';
  expect(() => planLockfile({ merged, theirs: THEIRS, lock: LOCK, npmrc })).toThrow(
    /^Nothing was changed\. npm could not add your own packages/,
  );
});
