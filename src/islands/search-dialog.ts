/** The search dialog: one for the page, made when somebody means to search. */
import { createSearchEngine, type SearchFound } from '../browser/search/engine.ts';
import { SearchError } from '../browser/search/error.ts';
import type { Hit } from '../browser/search/hit.ts';
import { LONGEST_TERM, type SearchFilter } from '../browser/search/query.ts';
import { keepInAddress, replaceAddress } from './search-address.ts';
import { createSearchFilters } from './search-filters.ts';
import { createResultList } from './search-results.ts';
import { readSearchWords } from './search-words.ts';

export interface SearchDialog {
  /** Loads the index before it is needed. */
  warm(): void;
  /** Opens the dialog; with a term, that is searched for, otherwise what was searched for last. */
  open(term?: string): void;
  toggle(): void;
}

/** Pages read at a time. Each costs a request of up to 10 kB, so no more than fill the dialog. */
const STEP = 3;

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
export function createSearchDialog(host: HTMLElement): SearchDialog {
  const words = readSearchWords(host);
  const { base = '/', lang = '', mainLang = '', locale } = host.dataset;
  const engine = createSearchEngine({ base, lang, mainLang, locale });

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

  const filters = createSearchFilters(words, (filter, value) => nameOf(filter, value), search);
  const list = createResultList({ input, label: words.title, more: words.more, onMore: showMore, factsOf });
  bar.after(filters.element);
  status.after(list.element);
  document.body.append(dialog);

  let found: SearchFound | undefined;
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
    const query = { term: input.value, filters: filters.chosen() };
    const isBlank = query.term.trim() === '' && Object.keys(query.filters).length === 0;
    keepInAddress(query.term);
    if (isBlank) say(words.hint);
    else if (!isLoaded) say(words.loading);
    try {
      const next = await engine.search(query);
      const hits = await next.read(0, STEP);
      if (run !== latest) return;
      isLoaded = true;
      found = next;
      shown = hits.length;
      list.show(hits, shown < found.count, 'instead');
      if (!isBlank) sayCount(found.count, query.term);
      void showCounts(run, !isBlank);
    } catch (error) {
      if (run === latest) showProblem(error);
    }
  }

  /** Apart from the results, which need not wait for the numbers beside the filters. */
  async function showCounts(run: number, hasNumbers: boolean): Promise<void> {
    try {
      const counts = await engine.count({ term: input.value, filters: filters.chosen() });
      if (run === latest) filters.show(counts, hasNumbers);
    } catch (error) {
      if (run === latest) showProblem(error);
    }
  }

  async function showMore(): Promise<void> {
    const run = latest;
    if (found === undefined || isReading) return;
    isReading = true;
    try {
      const hits = await found.read(shown, shown + STEP);
      if (run !== latest) return;
      shown += hits.length;
      list.show(hits, shown < found.count, 'below');
    } catch (error) {
      if (run === latest) showProblem(error);
    } finally {
      isReading = false;
    }
  }

  function showProblem(error: unknown): void {
    if (!(error instanceof SearchError)) throw error;
    isLoaded = false;
    list.show([], false, 'instead');
    say(error.code === 'missing' ? words.noIndex : words.failed);
    status.dataset.kind = 'problem';
  }

  function sayCount(count: number, term: string): void {
    if (count === 0) return say(fillIn(words.none, 'query', term.trim()), words.noneHint);
    say(count === 1 ? words.oneResult : fillIn(words.results, 'count', count.toLocaleString(lang)));
    status.dataset.kind = 'count';
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
    return (filter === 'level' ? words.levels : words.kinds)[value] ?? value;
  }

  /** The plain case, a note in the reader's language, is not worth a word. */
  function factsOf(hit: Hit): string[] {
    const area = hit.area === undefined || hit.kind === 'area' ? [] : [nameOf('area', hit.area)];
    const level = hit.level === undefined ? [] : [nameOf('level', hit.level)];
    const kind = hit.kind === undefined || hit.kind === 'note' ? [] : [nameOf('kind', hit.kind)];
    return [...area, ...level, ...kind, ...(hit.lang === lang ? [] : [nameOfLanguage(hit.lang, lang)])];
  }

  function open(term?: string): void {
    if (term !== undefined) input.value = term.slice(0, LONGEST_TERM);
    if (!dialog.open) dialog.showModal();
    // A term that was given may be the first half of what is being typed.
    if (term === undefined) input.select();
    else input.setSelectionRange(input.value.length, input.value.length);
    search();
  }

  input.addEventListener('input', search);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const { key, ctrlKey, metaKey, shiftKey } = event;
    if (key !== 'ArrowDown' && key !== 'ArrowUp' && key !== 'Enter') return;
    // A quick reader is ahead of the list: a key means the results for what stands in the field.
    void settled.then(() => {
      if (key === 'Enter') list.follow({ ctrlKey, metaKey, shiftKey });
      else list.move(key === 'ArrowDown' ? 1 : -1);
    });
    event.preventDefault();
  });
  list.element.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link === null) return;
    replaceAddress(input.value);
    // On the same page nothing else would close the dialog. On another one it stays: Back leads to the results.
    if (link.pathname === location.pathname) dialog.close();
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

function find<T extends Element>(parent: Element, selector: string, type: new () => T): T {
  const element = parent.querySelector(selector);
  if (element instanceof type) return element;
  throw new Error(`The search dialog has no ${selector}.`);
}

/** Not by a pattern: a query may hold what means something in a replacement. */
function fillIn(sentence: string, name: string, value: string): string {
  return sentence.split(`{{${name}}}`).join(value);
}

function nameOfLanguage(of: string, reader: string): string {
  return new Intl.DisplayNames(reader, { type: 'language' }).of(of) ?? of;
}
