/** `npm run ids`: writes the ids that are missing in the content, and changes nothing else. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import site from '../../site.config.ts';
import { openDiskFiles } from '../content/files/disk-files.ts';
import { writeIds } from '../content/ids/write-ids.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');

const edits = writeIds(openDiskFiles(PROJECT), site);
let count = 0;
for (const [file, { text, ids }] of edits) {
  writeFileSync(path.join(PROJECT, file), text);
  for (const { id, line } of ids) console.log(`${file}:${line}  ${id}`);
  count += ids.length;
}
console.log(
  count === 0
    ? 'Every id is written down.'
    : `${count} ids written into ${edits.size} files. They are permanent once published.`,
);
