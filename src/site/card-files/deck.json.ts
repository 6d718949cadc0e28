/** The published decks, `cards/<language>/<area>/<topic>.json`: what the review shows. */
import site from 'virtual:study/site';
import type { APIRoute, GetStaticPaths } from 'astro';
import type { PublishedDeck } from '../../domain/review/published-deck.ts';
import { getDecks, langOf, languageKey, type RenderedCard, type RenderedDeck } from '../decks.ts';

export const getStaticPaths = (async () => {
  const pages = Object.keys(site.locales).map(async (locale) => {
    const decks = await getDecks(locale);
    return decks.map((deck) => ({ params: { path: `${languageKey(locale)}/${deck.id}` }, props: { deck, locale } }));
  });
  return (await Promise.all(pages)).flat();
}) satisfies GetStaticPaths;

interface Props {
  readonly deck: RenderedDeck;
  readonly locale: string;
}

export const GET: APIRoute<Props> = ({ props: { deck, locale } }) => Response.json(describeDeck(deck, locale));

function describeDeck({ id, title, area, cards }: RenderedDeck, locale: string): PublishedDeck {
  return { deck: { id, title, area }, cards: cards.map((card) => describeCard(card, locale)) };
}

function describeCard(card: RenderedCard, locale: string): PublishedDeck['cards'][number] {
  const { id, was, type, tags, taught, file, line, faces } = card;
  return {
    id,
    ...(was.length > 0 && { was }),
    type,
    tags,
    ...(taught && { link: taught.href }),
    source: { file, line },
    ...(card.locale !== locale && { lang: langOf(card.locale) }),
    faces,
  };
}
