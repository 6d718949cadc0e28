/** The cards of the site, `og/<path>.png`. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import site, { root } from 'virtual:study/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import { getLibrary } from '../library.ts';
import { cardPath, hasCards, ICON_FILE } from './card-address.ts';
import { createCardCache } from './card-cache.ts';
import { type CardWords, drawGround } from './card-picture.ts';

interface Card {
  readonly params: { readonly path: string };
  readonly props: { readonly words: CardWords };
}

export const getStaticPaths = (async () => {
  if (!hasCards()) return [];
  return (await Promise.all(Object.keys(site.locales).map(listCards))).flat();
}) satisfies GetStaticPaths;

async function listCards(locale: string): Promise<Card[]> {
  const { areas } = await getLibrary(locale);
  const lang = site.locales[locale]?.lang;
  const own = areas.flatMap(({ overview, notes }) => [
    { page: overview, label: '' },
    ...notes.map((page) => ({ page, label: overview.title })),
  ]);
  return [
    createCard(cardPath(locale, undefined), { title: site.title, label: '' }),
    ...own
      .filter(({ page }) => page.lang === lang)
      .map(({ page, label }) => createCard(cardPath(locale, page.path), { title: page.title, label })),
  ];
}

function createCard(name: string, words: CardWords): Card {
  return { params: { path: name }, props: { words } };
}

let draw: Promise<ReturnType<typeof createCardCache>> | undefined;

async function openCache() {
  // From the project, since what is built lies elsewhere than its source.
  const require = createRequire(path.join(root, 'package.json'));
  const font = require.resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf');
  const ground = await drawGround(await readFile(ICON_FILE), site.title, font);
  return createCardCache(path.join(root, '.cache/social-cards'), ground);
}

export const GET: APIRoute<{ readonly words: CardWords }> = async ({ props: { words } }) => {
  draw ??= openCache();
  const picture = new Uint8Array(await (await draw)(words));
  return new Response(picture, { headers: { 'Content-Type': 'image/png' } });
};
