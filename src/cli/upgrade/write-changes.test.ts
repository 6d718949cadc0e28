import { chmodSync, existsSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ExampleRepository } from './example-repository.ts';
import type { Change } from './outcome.ts';
import { type Blob, keepBlob, readDisk, type Tree } from './tree.ts';
import { writeChanges } from './write-changes.ts';

const FILES = ['package.json', 'src/cli/a.ts', 'src/deep/er/b.ts', 'src/deep/c.ts', 'd.md'];

let repository: ExampleRepository;
let blobs: Blob[];

beforeAll(() => {
  repository = new ExampleRepository();
  blobs = ['', 'one\n', 'two\0\n'].map((text) => keepBlob(repository.folder, text));
  blobs.push(keepBlob(repository.folder, 'run\n', '100755'));
});
afterAll(() => repository.remove());

/** Each file as it was and as it will be; each may be there or not. */
const changes = fc
  .record(Object.fromEntries(FILES.map((file) => [file, fc.tuple(fc.nat(4), fc.nat(4))])))
  .map((sides) =>
    Object.entries(sides).map(([file, [before, after]]) => ({ file, before: blobs[before], after: blobs[after] })),
  );

function stateOf(list: readonly Change[], side: 'before' | 'after'): Tree {
  return new Map(list.flatMap((change) => (change[side] === undefined ? [] : [[change.file, change[side]] as const])));
}

test('what was put in place and taken back is what it was, wherever it was interrupted', () => {
  fc.assert(
    fc.property(changes, fc.subarray(FILES), (list, written) => {
      writeChanges(repository.folder, list, 'before');
      expect(readDisk(repository.folder, FILES)).toEqual(stateOf(list, 'before'));
      const some = list.filter(({ file }) => written.includes(file));
      writeChanges(repository.folder, some, 'after');
      writeChanges(repository.folder, list, 'after');
      expect(readDisk(repository.folder, FILES)).toEqual(stateOf(list, 'after'));
      writeChanges(repository.folder, list, 'before');
      expect(readDisk(repository.folder, FILES)).toEqual(stateOf(list, 'before'));
    }),
    { numRuns: 10 },
  );
});

test('a folder goes with its last file, and stays with any other', () => {
  const [empty, one] = blobs;
  writeChanges(
    repository.folder,
    [
      { file: 'x/y/a', after: empty },
      { file: 'x/b', after: one },
    ],
    'after',
  );
  writeChanges(repository.folder, [{ file: 'x/y/a', before: empty }], 'after');
  expect([existsSync(path.join(repository.folder, 'x/y')), repository.has('x/b')]).toEqual([false, true]);
});

test.skipIf(process.platform === 'win32')('a file that could be run still can', () => {
  writeChanges(repository.folder, [{ file: 'run.sh', after: blobs[3] }], 'after');
  expect(readDisk(repository.folder, ['run.sh']).get('run.sh')?.mode).toBe('100755');
  chmodSync(path.join(repository.folder, 'run.sh'), 0o644);
  writeChanges(repository.folder, [{ file: 'run.sh', after: blobs[3] }], 'after');
  expect(readDisk(repository.folder, ['run.sh']).get('run.sh')?.mode).toBe('100755');
});
