/** The list of the published decks, `cards/<language>/index.json`: enough to build a queue without loading a deck. */
import site from 'virtual:study/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import type { DeckIndex } from '../../domain/review/published-deck.ts';
import { getDecks, languageKey } from '../decks.ts';
import { getLibrary } from '../library.ts';

export const getStaticPaths = (() =>
  Object.keys(site.locales).map((locale) => ({
    params: { language: languageKey(locale) },
    props: { locale },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly locale: string }> = async ({ props: { locale } }) => {
  const { areas } = await getLibrary(locale);
  const index: DeckIndex = {
    decks: (await getDecks(locale)).map(({ id, title, area, cards }) => ({
      id,
      title,
      area,
      areaTitle: areas.find((other) => other.id === area)?.overview.title ?? area,
      cards: cards.map(({ id, was, tags, faces }) => ({
        id,
        ...(was.length > 0 && { was }),
        tags,
        keys: faces.map(({ ord }) => `${id}#${ord}`),
      })),
    })),
  };
  return Response.json(index);
};
