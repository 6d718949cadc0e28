/** The words of the search dialog. */
import { type AllWords, wordsBelow } from './words-below.ts';

export function createSearchWords(all: AllWords) {
  return {
    ...wordsBelow(all, 'study.search.'),
    levels: wordsBelow(all, 'study.level.'),
    kinds: wordsBelow(all, 'study.kind.'),
    groups: wordsBelow(all, 'study.search.group.'),
  };
}
