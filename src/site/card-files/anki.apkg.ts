/** The package for Anki, `anki/<siteId>-<language>.apkg`: all decks of one language. */

import site from 'virtual:study/site';
import type { APIRoute } from 'astro';
import initSqlJs from 'sql.js';
import { writeCollection } from '../../content/anki/collection.ts';
import { writePackage } from '../../content/anki/package-file.ts';
import { createAnkiNotes, listAnkiFiles, STYLES_CHANGED_AT } from '../anki-notes.ts';

export const getStaticPaths = listAnkiFiles;

export const GET: APIRoute<{ readonly locale: string }> = async ({ props: { locale } }) => {
  const notes = await createAnkiNotes(locale);
  const { siteId, title } = site;
  const collection = writeCollection(await initSqlJs(), notes, { siteId, title, stylesChangedAt: STYLES_CHANGED_AT });
  const file = new Uint8Array(writePackage(collection));
  return new Response(file, { headers: { 'Content-Type': 'application/octet-stream' } });
};
