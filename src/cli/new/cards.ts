/** A file of flashcards: one with a question, one with a gap. */
import { inFolders, type NewFiles, type Stub } from './stub.ts';
import type { Words } from './words.ts';

/** @param stub its title names the deck; without one the site derives the name from the place */
export function createCards(stub: Omit<Stub, 'title'>, title: string | undefined, isPage: boolean): NewFiles {
  return inFolders(stub.languages, 'content/flashcards', `${stub.place}.txt`, (words) =>
    writeCards(stub.place, title, isPage, words),
  );
}

/** Ids are those of all decks together, so that the whole place is in them. */
function writeCards(place: string, title: string | undefined, isPage: boolean, { cards }: Words): string {
  const id = place.replaceAll('/', '-');
  const [tag = id] = place.split('/');
  const end = `Tags: ${tag}\n${isPage ? `Link: ${place}\n` : ''}`;
  return [
    ...(title === undefined ? [] : [`Deck: ${title}\n`]),
    `Id: ${id}-why\nQ: ${cards.question}\nA: ${cards.answer}\n${end}`,
    `Id: ${id}-term\nType: cloze\nQ: ${cards.cloze}\n${end}`,
  ].join('\n');
}
