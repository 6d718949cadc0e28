/** `npm run import`: makes content of a folder of notes that was written elsewhere. `--help` says how. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import site from '../../site.config.ts';
import { foldersOf } from '../content/check/checked-site.ts';
import { openDiskFiles } from '../content/files/disk-files.ts';
import { type PackageReading, readPackage } from './import/anki-package.ts';
import { parseAnkiTable } from './import/anki-table.ts';
import { planTable } from './import/import-table.ts';
import { planImport } from './import/import-vault.ts';
import { type ImportWords, readImportWords, USAGE } from './import/options.ts';
import { readFolder, readTable } from './import/read-folder.ts';
import { describeImport, describeTable } from './import/report.ts';
import { Refusal, UsageError } from './new/refusal.ts';
import { writeAll } from './new/write.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');

try {
  const words = readImportWords(process.argv.slice(2), foldersOf(site));
  if (words === 'help') console.log(USAGE);
  else if (/\.(txt|csv|tsv)$/i.test(words.source)) importTable(words);
  else if (/\.(apkg|colpkg)$/i.test(words.source)) await importPackage(words);
  else importFolder(words);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  const isUsage = error instanceof UsageError;
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : error.message);
  process.exitCode = isUsage ? 2 : 1;
}

function importFolder({ source, isDryRun, ...wanted }: ImportWords): void {
  // npm goes to the project first, and a path is meant from where it was typed.
  const folder = path.resolve(process.env.INIT_CWD ?? '.', source);
  const found = readFolder(folder, PROJECT);
  if (found.notes.length === 0) {
    const reasons = found.remarks.map(({ file, message }) => `  ${file}: ${message}`);
    throw new Refusal([`${source} has no note that can be read: a note ends in .md`, ...reasons].join('\n'));
  }
  const plan = planImport(found, { ...wanted, files: openDiskFiles(PROJECT), site, today: new Date() });
  if (!isDryRun) {
    const pictures = plan.images.map(
      ({ path: file, target }) => [target, readFileSync(path.join(folder, file))] as const,
    );
    writeAll(PROJECT, { ...plan.texts, ...Object.fromEntries(pictures) });
  }
  console.log(describeImport({ ...plan, remarks: [...found.remarks, ...plan.remarks] }, isDryRun));
}

function importTable(words: ImportWords): void {
  const text = readTable(path.resolve(process.env.INIT_CWD ?? '.', words.source));
  writeCards({ ...parseAnkiTable(text), remarks: [] }, words);
}

async function importPackage(words: ImportWords): Promise<void> {
  writeCards(await readPackage(path.resolve(process.env.INIT_CWD ?? '.', words.source), words.source), words);
}

function writeCards({ remarks, ...table }: PackageReading, { source, area, areaTitle, isDryRun }: ImportWords): void {
  const plan = planTable(table, { files: openDiskFiles(PROJECT), area, file: source, title: areaTitle });
  if (!isDryRun) writeAll(PROJECT, plan.texts);
  console.log(describeTable({ ...plan, remarks: [...remarks, ...plan.remarks] }, isDryRun));
}
