/** The search dialog: one for the page, made when somebody means to search. */
import { createSearchEngine, type FoundGroup, type SearchFound } from '../browser/search/engine.ts';
import { SearchError } from '../browser/search/error.ts';
import type { Hit } from '../browser/search/hit.ts';
import { isEmptyQuery, LONGEST_TERM, type SearchFilter, type SearchQuery } from '../browser/search/query.ts';
import { openRecentSearches } from '../browser/search/recent.ts';
import { openStorage, siteId } from '../browser/study.ts';
import { pickForm } from '../domain/plural.ts';
import { keepInAddress, replaceAddress } from './search-address.ts';
import { markWords, noteWords } from './search-arrival.ts';
import { createSearchFacts } from './search-facts.ts';
import { createSearchFilters } from './search-filters.ts';
import { createLanguageChoice } from './search-language.ts';
import { createResultList, type ResultGroup } from './search-results.ts';
import { fillIn, type SearchWords } from './search-words.ts';

export interface SearchDialog {
  /** Loads the index before it is needed. */
  warm(): void;
  /** Opens the dialog; with a term, that is searched for, otherwise what was searched for last. */
  open(term?: string): void;
  toggle(): void;
}

/** Pages of one kind that are shown beside other kinds. */
const PREVIEW = 3;
/** Pages of the chosen kind read at a time. */
const STEP = 4;
/** Pages that fill what is seen at once. The texts of others are fetched as the reader comes to them. */
const SEEN = 3;

const MARKUP = `
<div class="study-search-bar">
  <svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/></svg>
  <input type="text" role="combobox" aria-expanded="false" aria-autocomplete="list" aria-describedby="study-search-keys"
    autofocus autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false" enterkeyhint="search" maxlength="${LONGEST_TERM}">
  <button type="button" class="study-search-close">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 6 12 12M18 6 6 18"/></svg>
  </button>
</div>
<div class="study-search-status" role="status"></div>
<p class="study-search-keys" id="study-search-keys"></p>`;

/** @param host the `<study-search>` of the header, which says what the page is */
export function createSearchDialog(host: HTMLElement, words: SearchWords): SearchDialog {
  const { base = '/', lang = '', mainLang = '', locale, titles = '', cards = '' } = host.dataset;
  const engine = createSearchEngine({ base, lang, mainLang, locale });
  const recent = openRecentSearches(siteId, openStorage());

  const dialog = document.createElement('dialog');
  dialog.className = 'study-search';
  dialog.setAttribute('aria-label', words.title);
  dialog.innerHTML = MARKUP;
  const input = find(dialog, 'input', HTMLInputElement);
  const bar = find(dialog, '.study-search-bar', HTMLElement);
  const close = find(dialog, '.study-search-close', HTMLElement);
  const status = find(dialog, '.study-search-status', HTMLElement);
  input.placeholder = words.placeholder;
  input.setAttribute('aria-label', words.title);
  close.setAttribute('aria-label', words.close);
  find(dialog, '.study-search-keys', HTMLElement).textContent = words.keys;

  const filters = createSearchFilters(words, nameOf, search);
  const language = createLanguageChoice({ words, lang, mainLang, onChange: search });
  const facts = createSearchFacts({ words, lang, cards, nameOf });
  const list = createResultList({ input, label: words.title, factsOf: facts.of });
  const forget = createButton(words.forget, 'study-search-forget', () => {
    recent.clear();
    input.focus();
    search();
  });
  if (language.element) filters.element.append(language.element);
  bar.after(filters.element);
  status.after(list.element, forget);
  document.body.append(dialog);
  const sight = new IntersectionObserver(
    (entries) => {
      if (entries.at(-1)?.isIntersecting) void showMore();
    },
    { root: list.element, rootMargin: '0px 0px 50px' },
  );

  let only: FoundGroup | undefined;
  let unseen: readonly FoundGroup[] = [];
  let shown = 0;
  let latest = 0;
  let isLoaded = false;
  let isReading = false;
  let settled = Promise.resolve();

  function search(): void {
    latest += 1;
    settled = showResults(latest);
  }

  /** Shows what is found, unless the reader has typed on meanwhile. */
  async function showResults(run: number): Promise<void> {
    const query = { term: input.value, filters: filters.chosen(), isOwnOnly: language.isOwnOnly() };
    keepInAddress(query.term);
    if (!isLoaded) say(isEmptyQuery(query) ? words.hint : words.loading);
    try {
      const found = await engine.search(query);
      // Whoever types on needs no texts of what was found so far.
      if (run !== latest) return;
      const isSingle = query.filters.kind !== undefined || found.groups.length === 1;
      const seen = isSingle ? found.groups : takeSeen(found.groups);
      const groups = await Promise.all(
        seen.map(async (group) => ({ group, hits: await group.read(0, isSingle ? STEP : PREVIEW) })),
      );
      if (run !== latest) return;
      isLoaded = true;
      only = isSingle ? found.groups[0] : undefined;
      shown = groups[0]?.hits.length ?? 0;
      unseen = found.groups.slice(seen.length);
      filters.show(found.counts);
      forget.hidden = true;
      if (isEmptyQuery(query)) return showStart();
      list.show(groups.map(({ group, hits }) => toResultGroup(group, hits)));
      watchEnd();
      sayFound(found, query);
    } catch (error) {
      if (run === latest) showProblem(error);
    }
  }

  /** Nothing is typed and nothing chosen: what was searched for before. */
  function showStart(): void {
    say(words.hint);
    const terms = recent.list();
    forget.hidden = terms.length === 0;
    list.offer(words.recent, terms, (term) => {
      input.value = term;
      input.focus();
      search();
    });
  }

  function toResultGroup(group: FoundGroup, hits: readonly Hit[]): ResultGroup {
    const { count } = group;
    const label = nameOf('kind', group.group);
    if (hits.length >= count) return { label, count, hits };
    const more = only
      ? { label: words.more, onChosen: () => void showMore() }
      : {
          label: fillIn(words.all, { count: count.toLocaleString(lang), kind: label }),
          onChosen: () => filters.choose('kind', group.group),
        };
    return { label, count, hits, more };
  }

  /** More of the only group, or the next group, come by themselves as the end comes into sight. */
  function watchEnd(): void {
    sight.disconnect();
    const end = only ? list.element.querySelector('.study-search-more') : list.element.lastElementChild;
    if (end && (only || unseen.length > 0)) sight.observe(end);
  }

  async function showMore(): Promise<void> {
    const run = latest;
    if (isReading) return;
    isReading = true;
    try {
      await (only ? showMoreOf(only, run) : showNext(run));
    } catch (error) {
      if (run === latest) showProblem(error);
    } finally {
      isReading = false;
    }
    if (run === latest) watchEnd();
  }

  async function showMoreOf(group: FoundGroup, run: number): Promise<void> {
    const hits = await group.read(shown, shown + STEP);
    if (run !== latest) return;
    shown += hits.length;
    list.append(hits, shown < group.count);
  }

  async function showNext(run: number): Promise<void> {
    const [group, ...others] = unseen;
    const hits = await group?.read(0, PREVIEW);
    if (run !== latest || group === undefined || hits === undefined) return;
    unseen = others;
    list.add(toResultGroup(group, hits));
  }

  function showProblem(error: unknown): void {
    if (!(error instanceof SearchError)) throw error;
    isLoaded = false;
    list.show([]);
    filters.element.hidden = true;
    forget.hidden = true;
    say(error.code === 'missing' ? words.noIndex : words.failed);
    status.dataset.kind = 'problem';
    if (error.code === 'failed') status.append(createButton(words.again, 'study-search-again', retry));
  }

  function retry(): void {
    input.focus();
    search();
  }

  function sayFound({ count, corrections }: SearchFound, { term }: SearchQuery): void {
    if (count === 0) {
      say(fillIn(words.none, { query: term.trim() }), words.noneHint);
      status.append(createTitlesLink());
      return;
    }
    const number = fillIn(pickForm(words, 'results', count, lang), { count: count.toLocaleString(lang) });
    say(...corrections.map(({ typed, meant }) => fillIn(words.meant, { typed, meant })), number);
    status.dataset.kind = 'count';
  }

  function createTitlesLink(): HTMLElement {
    const link = document.createElement('a');
    link.href = titles;
    link.textContent = words.titles;
    return link;
  }

  function say(...sentences: readonly string[]): void {
    delete status.dataset.kind;
    status.replaceChildren(
      ...sentences.map((sentence) => {
        const line = document.createElement('p');
        line.textContent = sentence;
        return line;
      }),
    );
  }

  function nameOf(filter: SearchFilter, value: string): string {
    if (filter === 'area') return engine.titleOfArea(value);
    const names: Readonly<Record<string, string>> = filter === 'level' ? words.levels : words.groups;
    return names[value] ?? value;
  }

  function open(term?: string): void {
    if (term !== undefined) input.value = term.slice(0, LONGEST_TERM);
    if (!dialog.open) dialog.showModal();
    // What is shown by then is shown anew.
    void facts.readDue().then((isNews) => isNews && dialog.open && search());
    // A term that was given may be the first half of what is being typed.
    if (term === undefined) input.select();
    else input.setSelectionRange(input.value.length, input.value.length);
    search();
  }

  /** A page of the list is left for: what was searched for is kept, and noted for the page that opens. */
  function leaveFor(link: HTMLAnchorElement): void {
    replaceAddress(input.value);
    recent.add(input.value);
    const marks = link.closest('.study-search-hit')?.querySelectorAll('mark') ?? [];
    noteWords(
      link.href,
      [...marks].map(({ textContent }) => textContent ?? ''),
    );
    // On the same page nothing else would close the dialog. On another one it stays: Back leads to the results.
    if (link.pathname !== location.pathname) return;
    dialog.close();
    markWords();
  }

  input.addEventListener('input', () => {
    list.deselect();
    search();
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const { key, ctrlKey, metaKey, shiftKey } = event;
    if (key !== 'ArrowDown' && key !== 'ArrowUp' && key !== 'Enter') return;
    // A quick reader is ahead of the list: a key means the results for what stands in the field.
    void settled.then(() => {
      if (key !== 'Enter') list.move(key === 'ArrowDown' ? 1 : -1);
      else if (!isEmptyQuery({ term: input.value, filters: filters.chosen() }) || input.hasAttribute(ACTIVE))
        list.follow({ ctrlKey, metaKey, shiftKey });
    });
    event.preventDefault();
  });
  list.element.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link !== null) leaveFor(link);
  });
  close.addEventListener('click', () => dialog.close());
  let pressed: EventTarget | null = null;
  dialog.addEventListener('pointerdown', ({ target }) => {
    pressed = target;
  });
  dialog.addEventListener('click', ({ target }) => {
    // The dialog itself is hit beside its content only. Text that is selected beyond the edge ends there, but began inside.
    if (target === dialog && pressed === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => {
    // The event takes its turn: a quick reader may have opened the dialog again.
    if (dialog.open) return;
    latest += 1;
    replaceAddress('');
    // Opened by key from nowhere, the dialog gives the focus back to nowhere.
    if (document.activeElement === document.body) host.querySelector('button')?.focus({ preventScroll: true });
  });

  return {
    // What fails here fails again, and is told, when the dialog opens.
    warm: () => void engine.warm().catch(() => undefined),
    open,
    toggle: () => (dialog.open ? dialog.close() : open()),
  };
}

/** Set while an option is active. */
const ACTIVE = 'aria-activedescendant';

function createButton(text: string, className: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.textContent = text;
  button.addEventListener('click', onClick);
  return button;
}

function find<T extends Element>(parent: Element, selector: string, type: new () => T): T {
  const element = parent.querySelector(selector);
  if (element instanceof type) return element;
  throw new Error(`The search dialog has no ${selector}.`);
}

/** The first groups, as many as fill what is seen. */
function takeSeen(groups: readonly FoundGroup[]): FoundGroup[] {
  const seen: FoundGroup[] = [];
  let count = 0;
  for (const group of groups) {
    if (count >= SEEN) break;
    seen.push(group);
    count += Math.min(group.count, PREVIEW);
  }
  return seen;
}
