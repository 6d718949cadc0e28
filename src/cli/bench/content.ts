/** How fast the content check is, on generated content made from real notes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import site from '../../../site.config.ts';
import { checkContent } from '../../content/check/check-content.ts';
import { openDiskFiles } from '../../content/files/disk-files.ts';
import { createMemoryFiles } from '../../content/files/memory-files.ts';
import type { Figure } from './figure.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../..');
const SIZES = [60, 600, 5000];
/** Seconds for the smallest size; the larger ones may take as much for each note. */
const BUDGET = 3;

const original = openDiskFiles(PROJECT);
const notes = original.list().filter((file) => /^content\/docs\/python-internals\/(?!index)[^/]+\.md$/.test(file));
const others = original.list().filter((file) => !file.startsWith('content/docs/python-internals/'));

export async function benchContent(): Promise<Figure[]> {
  const locales = { root: site.locales.root ?? { label: 'English', lang: 'en', dir: 'ltr' as const } };
  return SIZES.map((size) => {
    const files = createMemoryFiles(generate(size));
    const start = performance.now();
    checkContent(files, { ...site, locales }, { today: new Date() });
    const seconds = (performance.now() - start) / 1000;
    const budget = (BUDGET * size) / (SIZES[0] ?? 1);
    return { what: `check ${size} notes`, value: seconds, unit: 's', budget };
  });
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
