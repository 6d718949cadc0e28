/** Renders the text of the page that is asked for, before Starlight reads it: see late-text.ts. */

import { defineMiddleware } from 'astro:middleware';
import site from 'virtual:study/site';
import { foldersOf } from '../content/check/checked-site.ts';
import { placeOf } from '../content/place.ts';
import { ensureText } from './late-text.ts';
import { collections } from './live-collection.ts';

export const onRequest = defineMiddleware(async ({ params: { slug }, routePattern }, next) => {
  // Starlight's own page of what is not found shows an entry of this name where there is one.
  await ensureText(routePattern === '/404' ? '404' : findEntry(slug ?? 'index'));
  return next();
});

/** A page that is not translated shows its original. @param id of the page's entry, were it translated */
function findEntry(id: string): string {
  if (collections.get('docs')?.has(id)) return id;
  return placeOf(id, foldersOf(site)).path || 'index';
}
