import { expect, test } from 'vitest';
import { readReadSections, writeReadSections } from './read-sections.ts';

function createStorage(stored: Record<string, string> = {}) {
  const map = new Map(Object.entries(stored));
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, text: string) => void map.set(key, text),
  };
}

test('what was read of a note is known again, and of no other note', () => {
  const storage = createStorage();
  writeReadSections('kb', storage, 'gil', ['_top', 'how'], 1);
  writeReadSections('kb', storage, 'orm', ['why'], 2);
  expect(readReadSections('kb', storage, 'gil')).toEqual(['_top', 'how']);
  expect(readReadSections('kb', storage, 'loop')).toEqual([]);
  expect(readReadSections('other', storage, 'gil')).toEqual([]);
});

test('only the notes read last are kept', () => {
  const storage = createStorage();
  for (let note = 0; note < 201; note++) writeReadSections('kb', storage, `n${note}`, ['a'], note);
  expect(['n0', 'n1', 'n200'].map((note) => readReadSections('kb', storage, note).length)).toEqual([0, 1, 1]);
});

test.each(['{', '[]', '{"gil":{"sections":"x","at":1}}', '{"gil":{"sections":[1],"at":1}}'])(
  '%s is nothing read',
  (text) => {
    expect(readReadSections('kb', createStorage({ 'kb:read': text }), 'gil')).toEqual([]);
  },
);

test('a storage that is blocked or full costs nothing but the memory', () => {
  const blocked = {
    getItem: (): string => {
      throw new Error('blocked');
    },
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(readReadSections('kb', blocked, 'gil')).toEqual([]);
  expect(() => writeReadSections('kb', blocked, 'gil', ['a'], 1)).not.toThrow();
});
