import { expect, test } from 'vitest';
import { mergeFile } from './merge-file.ts';

function merge(file: string, base: string, ours: string, theirs: string) {
  const texts = { base: Buffer.from(base), ours: Buffer.from(ours), theirs: Buffer.from(theirs) };
  const { bytes, ...rest } = mergeFile(file, texts, 'engine 2');
  return { text: bytes?.toString(), ...rest };
}

test('texts are merged by line, and conflicts are marked and told', () => {
  expect(merge('src/a.ts', '1\n2\n3\n4\n', '0\n2\n3\n4\n', '1\n2\n3\n5\n')).toEqual({ text: '0\n2\n3\n5\n' });
  expect(merge('src/a.ts', '1\n', '2\n', '3\n')).toEqual({
    text: '<<<<<<< yours\n2\n=======\n3\n>>>>>>> engine 2\n',
    trouble: 'both changed the same lines',
    conflicts: [1],
  });
});

test('pictures are not mixed', () => {
  expect(merge('a.png', 'a\0', 'b\0', 'c\0')).toEqual({
    text: undefined,
    trouble: 'both changed it, and it is no text: yours is kept',
  });
});

test('package.json never holds markers, since nothing would run', () => {
  const of = (test: string) => JSON.stringify({ scripts: { test } });
  expect(merge('package.json', of('a'), of('b'), of('c'))).toEqual({
    text: '{\n  "scripts": {\n    "test": "b"\n  }\n}\n',
    trouble: 'both changed scripts.test: yours is kept, compare it with that of engine 2',
  });
  expect(merge('content/i18n/fr.json', '', '{"a"', '{}').trouble).toBe('it is not JSON, and yours is kept');
});
