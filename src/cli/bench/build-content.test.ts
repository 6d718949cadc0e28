import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import site from '../../../site.config.ts';
import { checkContent } from '../../content/check/check-content.ts';
import { openDiskFiles } from '../../content/files/disk-files.ts';
import { createMemoryFiles } from '../../content/files/memory-files.ts';
import { readPages } from '../../content/page.ts';
import { isError } from '../../content/problem.ts';
import { ROOT } from '../setup/project.mjs';
import { makeContent } from './build-content.ts';

const real = openDiskFiles(ROOT);
const isNote = ({ isNote, place }: ReturnType<typeof readPages>[number]) => isNote && place.locale === 'root';
const count = readPages(real, ['es', 'pt-br']).filter(isNote).length;
let made: ReadonlyMap<string, string>;

beforeAll(() => {
  made = makeContent(real, site, count + 12);
});

describe.skipIf(site.siteId !== 'pskb')('notes that are made of ours', () => {
  test('are as many as are missing, in every language', () => {
    const notes = [...made.keys()].filter((file) => /^content\/docs\/.*\/note-\d+\.md$/.test(file));
    expect(notes).toHaveLength(12 * 3);
  });

  test('are the same each time', () => {
    expect([...makeContent(real, site, count + 12)]).toEqual([...made]);
  });

  test('pass the check beside ours', () => {
    const files = Object.fromEntries([...real.list().map((file) => [file, readFileSync(file)] as const), ...made]);
    const problems = checkContent(createMemoryFiles(files), site, { today: new Date('2026-11-29') });
    expect(problems.filter(isError)).toEqual([]);
  });

  test('cannot be fewer than there are', () => {
    expect(() => makeContent(real, site, 3)).toThrow(/cannot be made/);
  });
});
