/** The three filters: native selects, each value with the number of results it would leave. */
import type { SearchCounts } from '../browser/search/engine.ts';
import { SEARCH_FILTERS, type SearchFilter, type SearchQuery } from '../browser/search/query.ts';
import type { SearchWords } from './search-words.ts';

export interface SearchFilters {
  readonly element: HTMLElement;
  chosen(): SearchQuery['filters'];
  /** @param hasNumbers whether the counts belong to a search; otherwise they say which values there are */
  show(counts: SearchCounts, hasNumbers: boolean): void;
}

/** @param nameOf what a value is called in the reader's language */
export function createSearchFilters(
  words: SearchWords,
  nameOf: (filter: SearchFilter, value: string) => string,
  onChange: () => void,
): SearchFilters {
  const all = { area: words.allAreas, level: words.allLevels, kind: words.allKinds };
  const orders = { area: [], level: Object.keys(words.levels), kind: Object.keys(words.kinds) };
  const selects = new Map(SEARCH_FILTERS.map((filter) => [filter, createSelect(words[filter], all[filter])]));
  const clear = document.createElement('button');
  clear.type = 'button';
  clear.className = 'study-search-clear';
  clear.textContent = words.clear;
  clear.hidden = true;

  const element = document.createElement('div');
  element.className = 'study-search-filters';
  element.append(...[...selects.values()].map(wrap), clear);
  element.addEventListener('change', changed);
  clear.addEventListener('click', () => {
    for (const select of selects.values()) select.value = '';
    selects.get('area')?.focus();
    changed();
  });

  function changed(): void {
    for (const select of selects.values()) select.toggleAttribute('data-chosen', select.value !== '');
    clear.hidden = [...selects.values()].every(({ value }) => value === '');
    onChange();
  }

  return {
    element,
    chosen() {
      const entries = [...selects].map(([filter, select]) => [filter, select.value] as const);
      return Object.fromEntries(entries.filter(([, value]) => value !== ''));
    },
    show(counts, hasNumbers) {
      for (const [filter, select] of selects) {
        for (const value of sortValues(Object.keys(counts[filter]), orders[filter], (one) => nameOf(filter, one))) {
          const count = counts[filter][value] ?? 0;
          const name = nameOf(filter, value);
          const option = findOption(select, value) ?? addOption(select, value);
          option.textContent = hasNumbers ? `${name} (${count})` : name;
          option.disabled = hasNumbers && count === 0 && !option.selected;
        }
      }
    },
  };
}

function createSelect(label: string, all: string): HTMLSelectElement {
  const select = document.createElement('select');
  select.setAttribute('aria-label', label);
  addOption(select, '').textContent = all;
  return select;
}

/** The arrow that the select lost with its native look. */
function wrap(select: HTMLSelectElement): HTMLElement {
  const wrapper = document.createElement('div');
  wrapper.className = 'study-search-filter';
  wrapper.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 9 6 6 6-6"/></svg>';
  wrapper.prepend(select);
  return wrapper;
}

function addOption(select: HTMLSelectElement, value: string): HTMLOptionElement {
  const option = document.createElement('option');
  option.value = value;
  select.append(option);
  return option;
}

/** Options are changed in place: replacing them would close the list while it is open. */
function findOption(select: HTMLSelectElement, value: string): HTMLOptionElement | undefined {
  return [...select.options].find((option) => option.value === value);
}

/** In the given order; what it does not know comes last, by name. */
function sortValues(values: readonly string[], order: readonly string[], nameOf: (value: string) => string): string[] {
  const placeOf = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  return [...values].sort((a, b) => placeOf(a) - placeOf(b) || nameOf(a).localeCompare(nameOf(b)));
}
