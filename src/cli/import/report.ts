/** What is said after an import: what went where, and file by file what did not come along as it was. */
import type { TablePlan } from './import-table.ts';
import type { ImportPlan } from './import-vault.ts';
import type { Remark } from './remark.ts';

export function describeImport({ notes, images, texts, remarks }: ImportPlan, isDryRun: boolean): string {
  const places = [
    ...notes.map(({ path, target }) => `  ${path} → ${target}`),
    ...images.map(({ path, target }) => `  ${path} → ${target}`),
    ...Object.keys(texts)
      .filter((file) => notes.every(({ target }) => target !== file))
      .map((file) => `  ${file}, which lists them`),
  ];
  const said = listRemarks(remarks);
  return [
    `${isDryRun ? 'This would be written' : 'Written'}: ${count(notes.length, 'note')}, ${count(images.length, 'picture')}`,
    ...places,
    ...(said.length === 0 ? [] : ['', 'Not as it was:', ...said]),
    '',
    isDryRun
      ? 'Nothing was written.'
      : 'Next: npm run check says what each note could still have; npm run dev shows them. Write what was checked, and when, under verified.',
  ].join('\n');
}

function count(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? '' : 's'}`;
}

export function describeTable({ texts, count: cards, remarks }: TablePlan, isDryRun: boolean): string {
  const said = listRemarks(remarks);
  return [
    `${isDryRun ? 'This would be written' : 'Written'}: ${count(cards, 'card')}`,
    ...Object.keys(texts).map((file) => `  ${file}`),
    ...(said.length === 0 ? [] : ['', 'Not as it was:', ...said]),
    '',
    isDryRun ? 'Nothing was written.' : 'Next: npm run check says what each card could still have.',
  ].join('\n');
}

function listRemarks(remarks: readonly Remark[]): string[] {
  return [...Map.groupBy(remarks, ({ file }) => file)].flatMap(([file, list]) => [
    `  ${file}`,
    ...[...new Set(list.map(({ message }) => message))].map((message) => `    ${message}`),
  ]);
}
