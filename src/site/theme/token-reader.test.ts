import { expect, test } from 'vitest';
import { createTokenReader } from './token-reader.ts';

const read = createTokenReader();

/** The tokens as they stand in the code. */
async function list(code: string, language: string): Promise<[string, string][]> {
  const lines = code.split('\n');
  const tokens = (await read(code, language)) ?? [];
  return tokens.map(({ line, start, end, kind }) => [lines[line]?.slice(start, end) ?? '', kind]);
}

test('tokens have their kind and their place, and plain code is none', async () => {
  expect(await list('def wait(x):\n    # why\n    return "a"', 'python')).toEqual([
    ['def', 'keyword'],
    ['wait', 'function'],
    ['# why', 'comment'],
    ['return', 'keyword'],
    ['"a"', 'string'],
  ]);
});

test('indentation is no token, where it is one of a string, too', async () => {
  const [, prompt] = await list('"""\n    >>> 1\n"""', 'python');
  expect(prompt).toEqual(['>>> ', 'keyword']);
});

test('code that is there again has the same tokens', async () => {
  expect(await read('x = 1', 'python')).toEqual(await read('x = 1', 'python'));
});

test('the same code in another language has others', async () => {
  expect(await list('select 1', 'sql')).toContainEqual(['select', 'keyword']);
  expect(await list('select 1', 'python')).not.toContainEqual(['select', 'keyword']);
});

test('what stands within another language has its colors', async () => {
  expect(await list('```python\nimport gc\n```', 'md')).toContainEqual(['import', 'keyword']);
});

test('a placeholder in a shell is no redirection', async () => {
  const [file] = (await list('cat <file>', 'sh')).slice(-1);
  expect(file).toEqual(['<file>', 'string']);
});

test('many blocks at once wait for their grammar', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, (_, index) => list(`let x = ${index}`, 'js')));
  expect(all.map(([first]) => first)).toEqual(all.map(() => ['let', 'keyword']));
});

test.each(['text', 'output', 'plaintext'])('%s has no tokens', async (language) => {
  expect(await read('def x', language)).toEqual([]);
});

test('a language that nobody knows is told apart', async () => {
  expect(await read('def x', 'klingon')).toBeUndefined();
});
