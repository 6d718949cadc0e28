/** The same decks as text, `anki/<siteId>-<language>.txt`, for other programs. */

import site from 'virtual:study/site';
import type { APIRoute } from 'astro';
import { writeTextExport } from '../../content/anki/text-export.ts';
import { createAnkiNotes, listAnkiFiles } from '../anki-notes.ts';

export const getStaticPaths = listAnkiFiles;

export const GET: APIRoute<{ readonly locale: string }> = async ({ props: { locale } }) =>
  new Response(writeTextExport(await createAnkiNotes(locale), site.title), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
