/** The menu of the four states of a checklist item: one for the page, opened beside the item it is for. */
import { words } from '../browser/study.ts';
import { TICK_STATES, type TickState } from '../domain/tick.ts';

interface OpenMenu {
  readonly button: HTMLButtonElement;
  close(): void;
}

let open: OpenMenu | undefined;

/**
 * Opens the menu, or closes it where it is open already.
 * @param button what was clicked; gets the focus back
 * @param current the state that is marked as chosen
 */
export function toggleStateMenu(
  button: HTMLButtonElement,
  current: TickState,
  choose: (state: TickState) => void,
): void {
  const wasOpenHere = open?.button === button;
  open?.close();
  if (wasOpenHere) return;
  const menu = createMenu(button, choose, current);
  open = {
    button,
    close() {
      open = undefined;
      button.setAttribute('aria-expanded', 'false');
      menu.remove();
    },
  };
  button.after(menu);
  button.setAttribute('aria-expanded', 'true');
  menu.querySelector<HTMLElement>('[aria-checked=true]')?.focus();
}

function createMenu(button: HTMLButtonElement, choose: (state: TickState) => void, current: TickState): HTMLElement {
  const menu = document.createElement('div');
  menu.className = 'study-state-menu';
  menu.lang = document.documentElement.lang;
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', words.menu);
  menu.append(...TICK_STATES.map((state) => createItem(state, state === current)));

  // The focus leaves before the menu does: an element that is removed while it loses the focus throws.
  const leave = () => {
    button.focus();
    open?.close();
  };
  const pick = (state: TickState | undefined) => {
    if (state === undefined) return;
    leave();
    choose(state);
  };
  menu.addEventListener('click', ({ target }) => {
    const state = target instanceof HTMLElement ? target.dataset.state : undefined;
    pick(TICK_STATES.find((known) => known === state));
  });
  menu.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') leave();
    else if (/^[1-4]$/.test(event.key)) pick(TICK_STATES[Number(event.key) - 1]);
    else if (moveFocus(menu, event.key)) event.preventDefault();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    const staysHere = relatedTarget instanceof Node && (menu.contains(relatedTarget) || relatedTarget === button);
    if (!staysHere) open?.close();
  });
  return menu;
}

function createItem(state: TickState, isCurrent: boolean): HTMLElement {
  const item = document.createElement('button');
  item.type = 'button';
  item.setAttribute('role', 'menuitemradio');
  item.setAttribute('aria-checked', String(isCurrent));
  item.tabIndex = -1;
  item.dataset.state = state;
  item.textContent = words[state];
  return item;
}

/** Arrows go round, Home and End to the ends, a letter to the next entry that begins with it. */
function moveFocus(menu: HTMLElement, key: string): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitemradio]')];
  const index = items.findIndex((item) => item === document.activeElement);
  const next =
    {
      ArrowDown: items[(index + 1) % items.length],
      ArrowUp: items.at(index - 1),
      Home: items[0],
      End: items.at(-1),
    }[key] ?? [...items.slice(index + 1), ...items].find((item) => startsWith(item, key));
  next?.focus();
  return next !== undefined;
}

function startsWith(item: HTMLElement, letter: string): boolean {
  return letter.length === 1 && item.textContent.toLowerCase().startsWith(letter.toLowerCase());
}
