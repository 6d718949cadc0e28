/**
 * The list of results: a listbox that the search field moves through while it keeps the focus. What was found stands in
 * groups by kind, each page followed by its sections; the last option of a group brings more of it.
 */
import type { Hit, HitSection } from '../browser/search/hit.ts';
import type { ExcerptPart } from '../domain/search/excerpt.ts';

export interface ResultGroup {
  readonly label: string;
  readonly count: number;
  readonly hits: readonly Hit[];
  /** What the option after the pages says, and does; missing where there are no more. */
  readonly more?: { readonly label: string; readonly onChosen: () => void } | undefined;
}

export interface ResultList {
  readonly element: HTMLElement;
  /** An option that was active still is, if it is there again. */
  show(groups: readonly ResultGroup[]): void;
  /** No option is active: something else is asked for. */
  deselect(): void;
  /** Adds a group behind the others. */
  add(group: ResultGroup): void;
  /** Adds pages to the last group. */
  append(hits: readonly Hit[], hasMore: boolean): void;
  /** Terms that can be chosen instead of typed. */
  offer(label: string, terms: readonly string[], onChosen: (term: string) => void): void;
  /** Makes the next option active, or the one before; both go round. */
  move(step: 1 | -1): void;
  /** Follows the active option, or the first. Modifier keys mean what they mean in a click. */
  follow(modifiers: MouseEventInit): void;
}

export interface ResultSettings {
  /** Keeps the focus; learns which option is active. */
  readonly input: HTMLInputElement;
  readonly label: string;
  /** What is said of a page beside its title, in the reader's language. */
  readonly factsOf: (hit: Hit) => readonly (string | Node)[];
}

export function createResultList({ input, label, factsOf }: ResultSettings): ResultList {
  const element = document.createElement('div');
  element.id = 'study-search-results';
  element.className = 'study-search-results';
  element.setAttribute('role', 'listbox');
  element.setAttribute('aria-label', label);
  element.hidden = true;
  input.setAttribute('aria-controls', element.id);
  let options: HTMLElement[] = [];
  let active: HTMLElement | undefined;

  function activate(option: HTMLElement | undefined): void {
    active?.setAttribute('aria-selected', 'false');
    active = option;
    active?.setAttribute('aria-selected', 'true');
    active?.scrollIntoView({ block: 'nearest' });
    if (active === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', active.id);
  }

  function renew(): void {
    options = [...element.querySelectorAll<HTMLElement>('[role=option]')];
    for (const [index, option] of options.entries()) option.id = `study-search-option-${index}`;
    element.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
  }

  function replace(groups: readonly HTMLElement[]): void {
    const before = active && keyOf(active);
    activate(undefined);
    element.replaceChildren(...groups);
    element.scrollTop = 0;
    renew();
    if (before !== undefined) activate(options.find((option) => keyOf(option) === before));
  }

  return {
    element,
    deselect: () => activate(undefined),
    show: (groups) => replace(groups.map((group) => createGroup(group, factsOf))),
    add(group) {
      element.append(createGroup(group, factsOf));
      renew();
    },
    append(hits, hasMore) {
      const more = element.querySelector<HTMLElement>('.study-search-more');
      const place = more === null ? -1 : options.indexOf(more);
      const wasOnMore = more !== null && active === more;
      more?.before(...hits.map((hit) => createPage(hit, factsOf(hit))));
      if (!hasMore) more?.remove();
      renew();
      if (wasOnMore) activate(options[place]);
    },
    offer(label, terms, onChosen) {
      const group = createFrame(label);
      group.append(
        ...terms.map((term) => {
          const option = createButton(term, 'study-search-recent', () => onChosen(term));
          option.lang = '';
          return option;
        }),
      );
      replace(terms.length > 0 ? [group] : []);
    },
    move(step) {
      const index = active === undefined ? -1 : options.indexOf(active);
      activate(step === 1 ? (options[index + 1] ?? options[0]) : (options[index - 1] ?? options.at(-1)));
    },
    follow(modifiers) {
      (active ?? options[0])?.dispatchEvent(new MouseEvent('click', { ...modifiers, bubbles: true, cancelable: true }));
    },
  };
}

function createGroup({ label, count, hits, more }: ResultGroup, factsOf: ResultSettings['factsOf']): HTMLElement {
  const group = createFrame(label, count);
  group.append(...hits.map((hit) => createPage(hit, factsOf(hit))));
  if (more) group.append(createButton(more.label, 'study-search-more', more.onChosen));
  return group;
}

function createFrame(label: string, count?: number): HTMLElement {
  const group = document.createElement('div');
  group.className = 'study-search-group';
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', label);
  const heading = createText('study-search-heading', label);
  heading.setAttribute('aria-hidden', 'true');
  if (count !== undefined) heading.append(' ', createText('study-search-count', String(count)));
  group.append(heading);
  return group;
}

function createButton(text: string, className: string, onChosen: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.textContent = text;
  makeOption(button);
  button.addEventListener('click', onChosen);
  return button;
}

function createPage(hit: Hit, facts: readonly (string | Node)[]): HTMLElement {
  const reader = document.documentElement.lang;
  const element = document.createElement('div');
  element.className = 'study-search-hit';
  element.setAttribute('role', 'none');
  if (hit.lang !== reader) element.lang = hit.lang;
  const page = createLink(hit, 'study-search-page');
  if (hit.titleLang !== hit.lang) page.firstElementChild?.setAttribute('lang', hit.titleLang);
  if (facts.length > 0) {
    const line = createText('study-search-facts', '');
    for (const [index, fact] of facts.entries()) line.append(...(index > 0 ? [' · '] : []), fact);
    if (hit.lang !== reader) line.lang = reader;
    page.firstElementChild?.after(line);
  }
  element.append(page, ...hit.sections.map((section) => createLink(section, 'study-search-section')));
  return element;
}

function createLink({ title, href, excerpt }: HitSection, className: string): HTMLElement {
  const link = document.createElement('a');
  link.href = href;
  link.className = className;
  makeOption(link);
  link.append(createMarked('study-search-title', title));
  if (excerpt.length > 0) link.append(createMarked('study-search-excerpt', excerpt));
  return link;
}

/** What an option leads to, or says. */
function keyOf(option: HTMLElement): string {
  return option.getAttribute('href') ?? option.textContent;
}

function createMarked(className: string, parts: readonly ExcerptPart[]): HTMLElement {
  const element = createText(className, '');
  for (const { text, isHit } of parts) {
    const part = isHit ? document.createElement('mark') : document.createTextNode('');
    part.textContent = text;
    element.append(part);
  }
  return element;
}

function createText(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

/** Out of the tab order: the field moves through the options, and Tab leads on past the list. */
function makeOption(element: HTMLElement): void {
  element.setAttribute('role', 'option');
  element.setAttribute('aria-selected', 'false');
  element.tabIndex = -1;
}
