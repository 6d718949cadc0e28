import { expect, test } from 'vitest';
import { createMemoryFiles } from '../../content/files/memory-files.ts';
import { DraftFiles } from './draft-files.ts';

test('what is written and taken away is seen, and told at the end', () => {
  const draft = new DraftFiles(createMemoryFiles({ 'content/a.md': 'A', 'content/b.md': 'B', 'content/c.md': 'C' }));
  draft.remove('content/a.md');
  draft.write('content/b.md', 'new');
  draft.write('content/d.md', 'D');
  draft.write('content/e.md', 'E');
  draft.remove('content/e.md');
  expect(draft.list()).toEqual(['content/b.md', 'content/c.md', 'content/d.md']);
  expect(draft.has('content/a.md')).toBe(false);
  expect(draft.read('content/b.md').text).toBe('new');
  expect(draft.read('content/c.md').text).toBe('C');
  expect(draft.changes()).toEqual({ 'content/a.md': null, 'content/b.md': 'new', 'content/d.md': 'D' });
});
