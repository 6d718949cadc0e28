/** Each page as Markdown, at its address and `index.md`. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { addressOf, placeOf } from '../../content/place.ts';
import { describeTwin, listTwins } from './twins.ts';

type Entry = Awaited<ReturnType<typeof listTwins>>[number];

export const getStaticPaths = (async () =>
  (await listTwins()).map((entry) => ({
    params: { path: pathOf(entry) },
    props: { entry },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly entry: Entry }> = async ({ props: { entry } }) =>
  new Response(await describeTwin(entry), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });

/** Below the base; `undefined` for the home page. */
function pathOf({ id }: Entry): string | undefined {
  // The id is a path already, but for the index of a folder.
  return addressOf(placeOf(id, []), { base: '/', locales: [] }).slice(1, -1) || undefined;
}
