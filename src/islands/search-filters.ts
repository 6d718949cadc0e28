/** The filters as chips, each with the number of results it would leave. One of each filter can be chosen. */
import type { SearchCounts } from '../browser/search/engine.ts';
import { GROUPS } from '../browser/search/kind.ts';
import { SEARCH_FILTERS, type SearchFilter, type SearchQuery } from '../browser/search/query.ts';
import type { SearchWords } from './search-words.ts';

export interface SearchFilters {
  readonly element: HTMLElement;
  chosen(): SearchQuery['filters'];
  choose(filter: SearchFilter, value: string): void;
  show(counts: SearchCounts): void;
}

/** @param nameOf what a value is called in the reader's language */
export function createSearchFilters(
  words: SearchWords,
  nameOf: (filter: SearchFilter, value: string) => string,
  onChange: () => void,
): SearchFilters {
  const orders: Readonly<Record<SearchFilter, readonly string[]>> = {
    kind: GROUPS,
    area: [],
    level: Object.keys(words.levels),
  };
  const chosen = new Map<SearchFilter, string>();
  const rows = new Map(SEARCH_FILTERS.map((filter) => [filter, createRow(words[filter])]));
  const clear = document.createElement('button');
  clear.type = 'button';
  clear.className = 'study-search-clear';
  clear.textContent = words.clear;
  clear.hidden = true;

  const element = document.createElement('div');
  element.className = 'study-search-filters';
  element.append(...rows.values(), clear);
  element.addEventListener('click', ({ target }) => {
    const chip = target instanceof Element ? target.closest<HTMLElement>('[data-value]') : null;
    const { filter, value } = chip?.dataset ?? {};
    if (!isFilter(filter) || value === undefined) return;
    if (chosen.get(filter) === value) chosen.delete(filter);
    else chosen.set(filter, value);
    onChange();
  });
  clear.addEventListener('click', () => {
    chosen.clear();
    rows.get('kind')?.querySelector('button')?.focus();
    onChange();
  });

  return {
    element,
    chosen: () => Object.fromEntries(chosen),
    choose(filter, value) {
      chosen.set(filter, value);
      onChange();
    },
    show(counts) {
      for (const [filter, row] of rows) {
        const values = [
          ...new Set([...Object.keys(counts[filter]), ...(chosen.get(filter) ? [chosen.get(filter)] : [])]),
        ];
        const sorted = sortValues(
          values.filter((value) => value !== undefined),
          orders[filter],
          (one) => nameOf(filter, one),
        );
        // Chips are changed in place, so that the one that was pressed keeps the focus.
        const chips = sorted.map((value) => findChip(row, value) ?? createChip(filter, value));
        for (const chip of chips) {
          const { value = '' } = chip.dataset;
          const count = document.createElement('span');
          count.textContent = String(counts[filter][value] ?? 0);
          chip.replaceChildren(nameOf(filter, value), ' ', count);
          chip.setAttribute('aria-pressed', String(chosen.get(filter) === value));
        }
        for (const chip of [...row.children]) if (!chips.some((one) => one === chip)) chip.remove();
        for (const [index, chip] of chips.entries()) if (row.children[index] !== chip) row.append(chip);
        // A choice among one is none.
        row.hidden = chips.length === 0 || (chips.length === 1 && !chosen.has(filter));
      }
      clear.hidden = chosen.size === 0;
      element.hidden = [...rows.values()].every(({ hidden }) => hidden);
    },
  };
}

function createRow(label: string): HTMLElement {
  const row = document.createElement('div');
  row.className = 'study-search-chips';
  row.setAttribute('role', 'group');
  row.setAttribute('aria-label', label);
  row.hidden = true;
  return row;
}

function createChip(filter: SearchFilter, value: string): HTMLElement {
  const chip = document.createElement('button');
  chip.type = 'button';
  chip.className = 'study-search-chip';
  chip.dataset.filter = filter;
  chip.dataset.value = value;
  return chip;
}

function findChip(row: HTMLElement, value: string): HTMLElement | undefined {
  return [...row.querySelectorAll<HTMLElement>('button')].find((chip) => chip.dataset.value === value);
}

function isFilter(value: string | undefined): value is SearchFilter {
  return SEARCH_FILTERS.some((filter) => filter === value);
}

/** In the given order; what it does not know comes last, by name. */
function sortValues(values: readonly string[], order: readonly string[], nameOf: (value: string) => string): string[] {
  const placeOf = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  return [...values].sort((a, b) => placeOf(a) - placeOf(b) || nameOf(a).localeCompare(nameOf(b)));
}
