import type { DataStore } from 'astro/loaders';
import { beforeEach, expect, test, vi } from 'vitest';
import { collections, type LiveEntry, listener, openLiveCollection } from './live-collection.ts';

const kept = new Map<string, LiveEntry>();
const keptStore: DataStore = {
  get: ((id) => kept.get(id)) as DataStore['get'],
  entries: () => [...kept],
  values: () => [...kept.values()],
  keys: () => [...kept.keys()],
  has: (id) => kept.has(id),
  set: (entry) => kept.set(entry.id, entry) !== undefined,
  delete: (id) => void kept.delete(id),
  clear: () => kept.clear(),
  addModuleImport: () => undefined,
};
const note = (digest: string, more: Partial<LiveEntry> = {}): LiveEntry => ({
  ...{ id: 'note', data: { title: digest }, digest },
  ...more,
});
const shown = () => collections.get('docs')?.get('note')?.digest;

beforeEach(() => {
  kept.clear();
  listener.hear = vi.fn();
});

function openWatched(...entries: LiveEntry[]) {
  const live = openLiveCollection('docs', keptStore);
  for (const entry of entries) live.store.set(entry);
  live.watch();
  return live.store;
}

test('what a server begins with is kept for the next one, and nobody is told of it', () => {
  openWatched(note('old'));
  expect([shown(), kept.get('note')?.digest]).toEqual(['old', 'old']);
  expect(listener.hear).not.toHaveBeenCalled();
});

test('what was kept is there before anything is read', () => {
  kept.set('note', note('kept'));
  openLiveCollection('docs', keptStore);
  expect(shown()).toBe('kept');
});

test('a change is there at once, is told, and does not reach what is kept', () => {
  const store = openWatched(note('old'));
  expect(store.set(note('new'))).toBe(true);
  expect([shown(), store.get('note')?.digest, kept.get('note')?.digest]).toEqual(['new', 'new', 'old']);
  store.delete('note');
  expect([shown(), store.has('note'), kept.has('note')]).toEqual([undefined, false, true]);
  expect(listener.hear).toHaveBeenCalledTimes(2);
});

test('what is as it was changes nothing', () => {
  const store = openWatched(note('old'));
  expect(store.set(note('old'))).toBe(false);
  expect(listener.hear).not.toHaveBeenCalled();
});

test.each<[string, Partial<LiveEntry>]>([
  ['a picture', { assetImports: ['./a.svg'] }],
  ['a component', { deferredRender: true }],
  ['a picture in its frontmatter', { data: { hero: { file: '__ASTRO_IMAGE_./a.svg' } } }],
])('of an entry that has %s for the first time, Astro is told', (_, more) => {
  const store = openWatched(note('old'));
  store.set(note('new', more));
  expect(kept.get('note')?.digest).toBe('new');
});

test('of one that had it already, Astro knows enough', () => {
  const store = openWatched(note('old', { assetImports: ['./a.svg'] }));
  store.set(note('new', { assetImports: ['./a.svg'] }));
  expect(kept.get('note')?.digest).toBe('old');
});
