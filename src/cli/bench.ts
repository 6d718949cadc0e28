/** `npm run bench`: how fast the content check is, on generated content made from real notes, beside its budget. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import site from '../../site.config.ts';
import { checkContent } from '../content/check/check-content.ts';
import { openDiskFiles } from '../content/files/disk-files.ts';
import { createMemoryFiles } from '../content/files/memory-files.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const SIZES = [60, 600, 5000];
/** Seconds for the smallest size; the larger ones may take as much for each note. */
const BUDGET = 3;

const original = openDiskFiles(PROJECT);
const notes = original.list().filter((file) => /^content\/docs\/python-internals\/(?!index)[^/]+\.md$/.test(file));
const others = original.list().filter((file) => !file.startsWith('content/docs/python-internals/'));

console.log(
  'notes'.padStart(6),
  'seconds'.padStart(9),
  'ms a note'.padStart(10),
  'problems'.padStart(9),
  'budget'.padStart(8),
);
for (const size of SIZES) {
  const files = createMemoryFiles(generate(size));
  const start = performance.now();
  const problems = checkContent(
    files,
    { ...site, locales: { root: site.locales.root ?? { label: 'English', lang: 'en', dir: 'ltr' } } },
    { today: new Date() },
  );
  const seconds = (performance.now() - start) / 1000;
  const budget = `≤ ${((BUDGET * size) / (SIZES[0] ?? 1)).toFixed(0)} s`;
  console.log(
    String(size).padStart(6),
    seconds.toFixed(2).padStart(9),
    ((seconds / size) * 1000).toFixed(1).padStart(10),
    String(problems.length).padStart(9),
    budget.padStart(8),
  );
}

/** Real notes under new names and ids, in areas of twenty, each leading to its neighbors. */
function generate(size: number): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const file of others.filter((name) => !/^content\/docs\/[a-z-]+\//.test(name))) {
    files[file] = readFileSync(path.join(PROJECT, file));
  }
  const encoder = new TextEncoder();
  for (let number = 0; number < size; number += 1) {
    const area = `area-${Math.floor(number / 20)}`;
    const source = original.read(notes[number % notes.length] ?? '').text;
    const text = source
      .replace(/^id: .*$/m, `id: ${area}/note-${number}`)
      .replace(/^requires: .*$/m, number % 20 === 0 ? 'requires: []' : `requires: [${area}/note-${number - 1}]`)
      .replace(/^leadsTo: .*\n/m, '')
      .replace(/\]\(\.\/[a-z-]+\.md[^)]*\)/g, `](./note-${number}.md)`)
      .replace(/^!\[.*\]\(\.\/.*\.svg\)$/gm, '');
    files[`content/docs/${area}/note-${number}.md`] = encoder.encode(text);
    files[`content/docs/${area}/index.md`] = encoder.encode(`---\nid: ${area}\ntitle: ${area}\n---\n\nNotes.\n`);
  }
  return files;
}
