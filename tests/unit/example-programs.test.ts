/** Every example program is shown by a note, and every area has some. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { listPrograms } from '../../src/content/example-catalog.ts';
import { areaOfProgram } from '../../src/content/example-page.ts';
import { openDiskFiles } from '../../src/content/files/disk-files.ts';
import { readPages } from '../../src/content/page.ts';
import { areaOf } from '../../src/content/place.ts';

const files = openDiskFiles(path.resolve('.'));
const pages = readPages(files, ['es', 'pt-br']).filter(({ place, isDraft }) => place.locale === 'root' && !isDraft);
const programs = listPrograms(files, pages);

test('every program stands in a note, with what it is about', () => {
  expect(programs.length).toBeGreaterThanOrEqual(20);
  expect(programs.filter(({ places }) => places.length === 0).map(({ path }) => path)).toEqual([]);
  expect(programs.filter(({ summary }) => summary === '').map(({ path }) => path)).toEqual([]);
});

test('every area has a program', () => {
  const areas = new Set(pages.filter(({ isNote }) => isNote).flatMap(({ place }) => areaOf(place.path) ?? []));
  expect([...areas].sort()).toEqual([...new Set(programs.map(areaOfProgram))].sort());
});
