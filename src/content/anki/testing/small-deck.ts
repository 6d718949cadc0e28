/** A small deck of cards that have broken other exports, as notes and as a package. */
import initSqlJs from 'sql.js';
import { createCardRenderer } from '../../cards/card-html.ts';
import { parseCards } from '../../cards/parse-cards.ts';
import type { Deck } from '../../deck.ts';
import { type AnkiNote, createNotes } from '../anki-note.ts';
import { writeCollection } from '../collection.ts';
import { type AnkiMedia, writePackage } from '../package-file.ts';

export const CHANGED_AT = 1_700_000_000;
export const SITE = { siteId: 'kb', title: 'The "Base"::one', stylesChangedAt: 1_690_000_000 };

export const CARDS = String.raw`
Id: f-string
Q: What does ${'`'}f"{{x}} {x}"${'`'} print, and [sound:x.mp3] or [latex]?
A: One pair of braces: ${'`'}{x} 1${'`'}. Also {{c1::no}} gap.
Tags: web::html, strings

Id: escape
Q: What is ${'`'}html.escape("<a href='x'>R&D</a>")${'`'}?
A: A text & no <b>tag</b>.

Id: regex
Q: What do \\( and \\) match? And \\[x\\]?
A: Parentheses: ${'`'}\(a\)${'`'}

Id: spaces
Type: reversed
Q: ${'`'}"  a  b ".split()${'`'}
A: ${'`'}['a', 'b']${'`'}
Tags: strings

Id: braces
Type: cloze
Q: ${'`'}{}${'`'} is {{c1::a dict}}, ${'`'}{{c2::{**a, **b}}}${'`'} merges, {{c3::${'`'}{"a": {}}${'`'}::std::map}} nests, {{c1::too}}.
A: See {{ and }}.

Id: typed
Type: type
Q: Which method names a descriptor?
A: __set_name__

Id: accents
Q: ¿Qué es 日本語 e café?
A: Größe

Id: renamed
Was: middle-name, first-name
Q: Which name stays?
A: The first.

Id: code
Q:
~~~python
def f(x: int) -> str:
    return f"{x}\t" # \(no\) "formula"
~~~
A: Nothing.
`;

export function parseDeck(text = CARDS): Deck {
  const cards = parseCards(text).file.cards.map((card) => ({
    ...card,
    id: card.id ?? '',
    locale: 'root',
    file: 'content/flashcards/area/topic.txt',
  }));
  return { id: 'area/topic', area: 'area', title: 'A "topic"', locale: 'root', cards };
}

/** @param changedAt when a card changed, by its id */
export async function createTestNotes(
  text = CARDS,
  changedAt: (id: string) => number = () => CHANGED_AT,
): Promise<AnkiNote[]> {
  const deck = parseDeck(text);
  return createNotes([deck], {
    siteId: SITE.siteId,
    language: 'en',
    renderer: await createCardRenderer(deck.cards),
    path: () => [SITE.title, 'Área'],
    linkOf: ({ id }) => (id === 'escape' ? { href: 'https://kb.example/a/?b=1&c#d', title: 'A & B' } : undefined),
    changedAt: ({ id }) => changedAt(id),
  });
}

export async function createTestPackage(notes: readonly AnkiNote[], media?: AnkiMedia): Promise<Uint8Array> {
  return writePackage(writeCollection(await initSqlJs(), notes, SITE), media);
}
