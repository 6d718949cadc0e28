/** The cards of the site as notes of Anki, in every language. */
import site, { root } from 'virtual:study/site';
import { type AnkiNote, createNotes } from '../content/anki/anki-note.ts';
import { type CardHistory, createCardTimes, readCardHistory } from '../content/anki/card-times.ts';
import { createCardRenderer } from '../content/cards/card-html.ts';
import { getDecks, languageKey } from './decks.ts';
import { findPart, getLibrary } from './library.ts';

/** When the HTML of cards was last made in another way, the style and the templates included: raise it when they are. */
export const STYLES_CHANGED_AT = Date.UTC(2026, 10, 28) / 1000;

let history: { readonly read: CardHistory | undefined } | undefined;

export function listAnkiFiles() {
  return Object.keys(site.locales).map((locale) => ({
    params: { name: `${site.siteId}-${languageKey(locale)}` },
    props: { locale },
  }));
}

export async function createAnkiNotes(locale: string): Promise<AnkiNote[]> {
  const decks = await getDecks(locale);
  const library = await getLibrary(locale);
  return createNotes(decks, {
    siteId: site.siteId,
    language: languageKey(locale),
    renderer: await createCardRenderer(decks.flatMap(({ cards }) => cards)),
    path: ({ area }) => [site.title, library.areas.find(({ id }) => id === area)?.overview.title ?? area],
    linkOf({ link }) {
      const part = link === undefined ? undefined : findPart(library, link);
      return part && { href: new URL(part.href, site.url).href, title: part.title };
    },
    changedAt: createCardTimes(readHistory(), STYLES_CHANGED_AT),
  });
}

/** Read once in a build. Without one, or with a part of it only, cards are as old as what is known. */
function readHistory(): CardHistory | undefined {
  if (history === undefined || import.meta.env.DEV) history = { read: readCardHistory(root) };
  const { read } = history;
  if (read === undefined)
    console.warn('Anki: there is no git history, so that a card that changed does not update there.');
  else if (read.isShallow)
    console.warn(
      'Anki: the git history is shallow, so that every card updates there. Fetch all of it: fetch-depth: 0.',
    );
  return read;
}
