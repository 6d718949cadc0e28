/**
 * The list of results: a listbox that the search field moves through while it keeps the focus. Each page is a group of
 * links, to itself and to its sections; the last option brings more pages, by itself as soon as it is in sight.
 */
import type { ExcerptPart } from '../browser/search/excerpt.ts';
import type { Hit, HitSection } from '../browser/search/hit.ts';

export interface ResultList {
  readonly element: HTMLElement;
  /** Shows pages in place of others, or below them. */
  show(hits: readonly Hit[], hasMore: boolean, place: 'instead' | 'below'): void;
  /** Makes the next option active, or the one before; both go round. */
  move(step: 1 | -1): void;
  /** Follows the active option, or the first. Modifier keys mean what they mean in a click. */
  follow(modifiers: MouseEventInit): void;
}

export interface ResultSettings {
  /** Keeps the focus; learns which option is active. */
  readonly input: HTMLInputElement;
  readonly label: string;
  readonly more: string;
  readonly onMore: () => void;
  /** What is said of a page beside its title, in the reader's language. */
  readonly factsOf: (hit: Hit) => readonly string[];
}

export function createResultList({ input, label, more, onMore, factsOf }: ResultSettings): ResultList {
  const element = document.createElement('div');
  element.id = 'study-search-results';
  element.className = 'study-search-results';
  element.setAttribute('role', 'listbox');
  element.setAttribute('aria-label', label);
  element.hidden = true;
  input.setAttribute('aria-controls', element.id);
  const moreButton = createMore(more, onMore);
  const sight = new IntersectionObserver((entries) => {
    if (entries.at(-1)?.isIntersecting) onMore();
  });
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

  return {
    element,
    show(hits, hasMore, place) {
      const wasOnMore = active === moreButton;
      const first = options.length - 1;
      if (place === 'instead') {
        activate(undefined);
        element.replaceChildren();
        element.scrollTop = 0;
      }
      moreButton.remove();
      sight.disconnect();
      element.append(...hits.map((hit) => createPage(hit, factsOf(hit))));
      if (hasMore) {
        element.append(moreButton);
        // Observed anew, it reports anew: pages are added until they fill the list.
        sight.observe(moreButton);
      }
      options = [...element.querySelectorAll<HTMLElement>('[role=option]')];
      for (const [index, option] of options.entries()) option.id = `study-search-option-${index}`;
      element.hidden = options.length === 0;
      input.setAttribute('aria-expanded', String(options.length > 0));
      if (place === 'below' && wasOnMore) activate(options[first]);
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

function createMore(text: string, onMore: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'study-search-more';
  button.textContent = text;
  makeOption(button);
  button.addEventListener('click', onMore);
  return button;
}

function createPage(hit: Hit, facts: readonly string[]): HTMLElement {
  const reader = document.documentElement.lang;
  const group = document.createElement('div');
  group.className = 'study-search-hit';
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', hit.title);
  if (hit.lang !== reader) group.lang = hit.lang;
  const page = createLink(hit, 'study-search-page');
  if (facts.length > 0) {
    const line = createText('study-search-facts', facts.join(' · '));
    if (hit.lang !== reader) line.lang = reader;
    page.firstElementChild?.after(line);
  }
  group.append(page, ...hit.sections.map((section) => createLink(section, 'study-search-section')));
  return group;
}

function createLink({ title, href, excerpt }: HitSection, className: string): HTMLElement {
  const link = document.createElement('a');
  link.href = href;
  link.className = className;
  makeOption(link);
  link.append(createText('study-search-title', title));
  if (excerpt.length > 0) link.append(createExcerpt(excerpt));
  return link;
}

function createExcerpt(parts: readonly ExcerptPart[]): HTMLElement {
  const excerpt = createText('study-search-excerpt', '');
  for (const { text, isHit } of parts) {
    const part = isHit ? document.createElement('mark') : document.createTextNode('');
    part.textContent = text;
    excerpt.append(part);
  }
  return excerpt;
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
