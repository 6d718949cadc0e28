import { expect, test } from 'vitest';
import { readAnnotated, writeAnnotated } from './annotated.ts';

test('the notes written beside are known again, each once, and those of this site only', () => {
  const map = new Map<string, string>();
  const storage = {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, text: string) => void map.set(key, text),
  };
  expect(readAnnotated('kb', storage)).toEqual([]);
  writeAnnotated('kb', storage, ['gil', 'orm', 'gil']);
  expect(readAnnotated('kb', storage)).toEqual(['gil', 'orm']);
  expect(readAnnotated('other', storage)).toEqual([]);
  writeAnnotated('kb', storage, []);
  expect(readAnnotated('kb', storage)).toEqual([]);
});

test('a storage that refuses costs no error', () => {
  const refuse = (): never => {
    throw new Error('blocked');
  };
  expect(readAnnotated('kb', { getItem: refuse, setItem: refuse })).toEqual([]);
  expect(() => writeAnnotated('kb', { getItem: refuse, setItem: refuse }, ['gil'])).not.toThrow();
});
