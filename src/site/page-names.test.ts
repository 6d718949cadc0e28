import { expect, test, vi } from 'vitest';
import { createMemoryFiles } from '../content/files/memory-files.ts';
import { versionOfNames } from './page-names.ts';

const content = vi.hoisted(() => ({ version: 1, text: '' }));
vi.mock('virtual:study/site', () => ({ default: { locales: { root: { label: 'English', lang: 'en' } } } }));
vi.mock('./site-files.ts', () => {
  const now = () => createMemoryFiles({ 'content/docs/a.md': content.text });
  const list = () => now().list();
  const read = (path: string) => now().read(path);
  return { files: { list, read, versionOf: () => content.version } };
});

/** @returns whether the names are others, once the page says this */
function save(text: string): boolean {
  const before = versionOfNames();
  content.version += 1;
  content.text = text;
  return versionOfNames() !== before;
}

test('a title, an id, a heading and a draft are names; a paragraph is none', () => {
  expect(save('---\ntitle: A\n---\n\nText.\n')).toBe(true);
  expect(save('---\ntitle: A\n---\n\nOther text.\n')).toBe(false);
  expect(save('---\ntitle: B\n---\n\nOther text.\n')).toBe(true);
  expect(save('---\ntitle: B\nid: b\n---\n\nOther text.\n')).toBe(true);
  expect(save('---\ntitle: B\nid: b\n---\n\n## Part\n\nOther text.\n')).toBe(true);
  expect(save('---\ntitle: B\nid: b\ndraft: true\n---\n\n## Part\n\nOther text.\n')).toBe(true);
});
