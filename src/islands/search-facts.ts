/** What a result says of itself below its title: what page it is, how far its reader is, whether the card is due. */
import type { Hit } from '../browser/search/hit.ts';
import type { SearchFilter } from '../browser/search/query.ts';
import { openStorage, siteId, store } from '../browser/study.ts';
import { countProgress } from '../domain/progress.ts';
import { fillIn, type SearchWords } from './search-words.ts';

export interface SearchFacts {
  of(hit: Hit): (string | Node)[];
  /** Finds out once for the page which cards are due; says whether it did, and results have something new to say. */
  readDue(): Promise<boolean>;
}

export interface SearchFactsOptions {
  readonly words: SearchWords;
  /** Of the page. */
  readonly lang: string;
  /** Address of the decks of the page's language, with a slash at its end. */
  readonly cards: string;
  readonly nameOf: (filter: SearchFilter, value: string) => string;
}

export function createSearchFacts({ words, lang, cards, nameOf }: SearchFactsOptions): SearchFacts {
  let due: ReadonlySet<string> | undefined;

  function createTick(done: number, total: number): Node {
    const tick = document.createElement('span');
    tick.className = 'study-search-ticks';
    const progress = fillIn(words.progress, { done: String(done), total: String(total) });
    tick.textContent = total === 1 ? words.ticked : progress;
    tick.toggleAttribute('data-done', done === total);
    return tick;
  }

  return {
    of({ kind = '', area, level, items, lang: own, href }) {
      const { done, total } = countProgress(items, store.study.get().ticks);
      return [
        ...(due?.has(cardOf(href)) ? [words.due] : []),
        ...(area === undefined || kind === 'area' ? [] : [nameOf('area', area)]),
        ...(level === undefined ? [] : [nameOf('level', level)]),
        ...(words.kinds[kind] === undefined ? [] : [words.kinds[kind]]),
        ...(own === lang ? [] : [nameOfLanguage(own, lang)]),
        ...(done === 0 ? [] : [createTick(done, total)]),
      ];
    },
    async readDue() {
      // Nobody's log is opened, and so begun, by a search.
      if (due !== undefined || openStorage().getItem(`${siteId}:device`) === null) return false;
      due = new Set();
      try {
        const { readDueCards } = await import('./due-names.ts');
        due = await readDueCards(cards);
        return due.size > 0;
      } catch (error) {
        // Results without this mark are results; the next opening tries again.
        due = undefined;
        console.warn('Which cards are due could not be read:', error);
        return false;
      }
    },
  };
}

/** The id of a card, from the address of its place in its deck. */
function cardOf(href: string): string {
  const [, id = ''] = /#card-(.+)$/.exec(href) ?? [];
  return id;
}

function nameOfLanguage(of: string, reader: string): string {
  return new Intl.DisplayNames(reader, { type: 'language' }).of(of) ?? of;
}
