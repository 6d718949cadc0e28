/** Packs the built site into one archive, `<siteId>.zip`: the second half of `npm run build -- --zip`. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import site from '../../site.config.ts';
import { createArchive } from '../site/archive.ts';

const [folder = 'dist', target = `${site.siteId}.zip`] = process.argv.slice(2);
const bytes = await createArchive(path.resolve(folder), site);
await writeFile(target, bytes);
console.log(`${target}: ${(bytes.length / 1e6).toFixed(1)} MB. Its README.md says what works where.`);
