/** `npm run translated -- <file> …`: notes in translations that they say what their originals say today. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import site from '../../site.config.ts';
import { foldersOf } from '../content/check/checked-site.ts';
import { openDiskFiles } from '../content/files/disk-files.ts';
import { listRecordable } from '../content/record-translation.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const USAGE = `npm run translated -- content/docs/es/area/note.md …   the named translations are up to date now
npm run translated -- content/docs/es                   all of a folder
npm run translated -- content                           all there are`;

const words = process.argv.slice(2).map((word) => word.replace(/^\.\//, '').replace(/\/$/, ''));
const all = listRecordable(openDiskFiles(PROJECT), foldersOf(site));
const isNamedBy = (word: string) => (file: { readonly path: string }) =>
  file.path === word || file.path.startsWith(`${word}/`);
const wrong = words.filter((word) => !all.some(isNamedBy(word)));

if (words.length === 0 || wrong.length > 0) {
  const why =
    words.length === 0
      ? 'Name the translations that are up to date now.'
      : `No translation with an original: ${wrong.join(', ')}`;
  console.error(`${why}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  for (const { path: file, original, record } of all.filter((one) => words.some((word) => isNamedBy(word)(one)))) {
    writeFileSync(path.join(PROJECT, file), record());
    console.log(`${file} says what ${original} says today`);
  }
}
