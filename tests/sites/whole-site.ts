/**
 * The fixture with what makes a site say more of itself: a picture, a note and an item with former names, a translation
 * that is behind. It is built once, for all files that look at it and change nothing.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createMemoryFiles } from '../../src/content/files/memory-files.ts';
import { readPage } from '../../src/content/page.ts';
import { recordPage } from '../../src/content/record-translation.ts';
import { type BuildResult, FixtureSite } from './site.ts';

const ENGLISH = 'content/docs/django/signals.md';
const SPANISH = 'content/docs/es/django/signals.md';
const readFixture = (file: string) => readFileSync(path.join(import.meta.dirname, 'fixture', file), 'utf8');
const pageOf = (file: string, text: string) => readPage(createMemoryFiles({ [file]: text }), file, ['es', 'pt-br']);

const english = readFixture(ENGLISH).replace(
  'id: django/signals',
  'id: django/signals\nwas: [signals]\nwasItems: { when-fires: [fires] }',
);
/** The English page that the translation was made from: other words under one heading, and one of the others not yet there. */
const before = english.replace('Only in Spanish', 'Nowhere').replace('A signal fires.', 'A signal  fires.');

export const wholeSite = new FixtureSite('whole', {
  'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M4 16h24"/></svg>',
  [ENGLISH]: english.replace('## When', '## How "they" wait\n\nThey do not.\n\n## When'),
  [SPANISH]: recordPage(pageOf(ENGLISH, before), pageOf(SPANISH, readFixture(SPANISH))),
});

let result: BuildResult | undefined;

/** Builds it, unless that was done. */
export function buildWholeSite(): BuildResult {
  result ??= wholeSite.build();
  return result;
}
