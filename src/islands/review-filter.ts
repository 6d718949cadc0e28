/** The form by which a reader picks the cards to review: a deck or a whole area, a tag, what a card is to them. */
import type { ReviewDecks } from '../browser/review-decks.ts';
import { CARD_KINDS, type CardFilter } from '../domain/review/queue.ts';
import { createElement } from './element.ts';
import { words } from './review-words.ts';

/** Puts the site's decks and tags into the form, and chooses what the address says, so that a deck's page can lead here. */
export function fillFilter(form: HTMLFormElement, { decks, cards }: ReviewDecks): void {
  const deck = findSelect(form, 'deck');
  for (const area of new Set(decks.map(({ area }) => area))) {
    const own = decks.filter((other) => other.area === area);
    const group = createElement('optgroup', { label: own[0]?.areaTitle ?? area });
    if (own.length > 1) group.append(new Option(words.wholeArea ?? area, area));
    group.append(...own.map(({ id, title }) => new Option(title, id)));
    deck?.append(group);
  }
  const tags = [...new Set(cards.flatMap(({ tags }) => tags))].sort();
  findSelect(form, 'tag')?.append(...tags.map((tag) => new Option(tag, tag)));
  chooseByAddress(form);
}

export function readFilter(form: HTMLFormElement): CardFilter {
  const kind = findSelect(form, 'kind')?.value ?? '';
  return {
    deck: findSelect(form, 'deck')?.value ?? '',
    tag: findSelect(form, 'tag')?.value ?? '',
    kind: CARD_KINDS.find((known) => known === kind) ?? '',
  };
}

function chooseByAddress(form: HTMLFormElement): void {
  const wanted = new URLSearchParams(location.search);
  for (const name of ['deck', 'tag', 'kind']) {
    const select = findSelect(form, name);
    const value = wanted.get(name) ?? '';
    if (select && [...select.options].some((option) => option.value === value)) select.value = value;
  }
  const details = form.closest('details');
  if (details && wanted.size > 0) details.open = true;
}

function findSelect(form: HTMLFormElement, name: string): HTMLSelectElement | null {
  return form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
}
