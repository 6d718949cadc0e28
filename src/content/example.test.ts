import { expect, test } from 'vitest';
import { cutRegion, findOpenRegions, listRegions, parseReference } from './example.ts';

const SOURCE = `"""Two regions."""

# region: outer
def outer():
    # region: inner
    print("in")

    print("side")
    # endregion
    print("out")
# endregion


outer()
`;

test('a reference names a file, and a region of it', () => {
  expect(parseReference('a/b.py#both')).toEqual({ path: 'a/b.py', region: 'both' });
  expect(parseReference('a/b.py')).toEqual({ path: 'a/b.py', region: undefined });
});

test('a region is shown without markers and without its indentation', () => {
  expect(listRegions(SOURCE)).toEqual(['outer', 'inner']);
  expect(cutRegion(SOURCE, 'inner')).toBe('print("in")\n\nprint("side")');
  expect(cutRegion(SOURCE, 'outer')).toBe('def outer():\n    print("in")\n\n    print("side")\n    print("out")');
  expect(cutRegion(SOURCE.replaceAll('\n', '\r\n'), 'inner')).toBe('print("in")\n\nprint("side")');
});

test('a whole file is shown without the markers', () => {
  expect(cutRegion(SOURCE)).toBe(
    '"""Two regions."""\n\ndef outer():\n    print("in")\n\n    print("side")\n    print("out")\n\n\nouter()',
  );
});

test('a region that is not there is nothing, and one that never ends is known by its line', () => {
  expect(cutRegion(SOURCE, 'iner')).toBeUndefined();
  expect(findOpenRegions(SOURCE)).toEqual([]);
  expect(findOpenRegions('x = 1\n# region: open\ny = 2\n')).toEqual([{ name: 'open', line: 2 }]);
});
