/**
 * Makes the checklists of a page tickable. A click or Space toggles open and done; the menu beside an item, or the
 * keys 1 to 4, choose among open, doing, done and skipped.
 */
import { openStorage, siteId, store, words } from '../browser/study.ts';
import { keysOfItem, stateOfItem } from '../domain/item-token.ts';
import { withRevision } from '../domain/revision.ts';
import { TICK_STATES, type TickState, toggleTick } from '../domain/tick.ts';

interface TickBox {
  readonly key: string;
  readonly item: HTMLElement;
  readonly box: HTMLInputElement;
  readonly state: HTMLElement;
}

/** Says what the focus, which is on the button of a menu or on a box that stays as it was, does not tell. */
const said = document.createElement('p');
const FINISHED: readonly TickState[] = ['done', 'skipped'];
const page = document.querySelector<HTMLElement>('[data-note]')?.dataset ?? {};
/** Of items that had other keys, what they are called in full, by their present key. */
const tokens = new Map((page.items?.split(' ') ?? []).map((token) => [keysOfItem(token)[0], token]));
const tickBoxes = [...document.querySelectorAll<HTMLElement>('.study-item')].flatMap((item) => enable(item) ?? []);
if (tickBoxes.length > 0) {
  said.className = 'sr-only';
  said.lang = document.documentElement.lang;
  said.setAttribute('role', 'status');
  document.querySelector('main')?.append(said);
  store.study.subscribe(({ ticks }) =>
    tickBoxes.forEach((tickBox) => show(tickBox, stateOfItem(tokenOf(tickBox.key), ticks))),
  );
}

function enable(item: HTMLElement): TickBox | undefined {
  const box = item.querySelector<HTMLInputElement>('input[type=checkbox]');
  const label = item.querySelector('label');
  if (box === null || label === null) return undefined;
  const key = `${page.note}#${item.dataset.item}`;
  const state = document.createElement('span');
  state.className = 'study-item-state';
  const menu = createMenuButton(label.textContent.trim());
  label.append(state);
  label.after(menu);
  box.disabled = false;
  box.title = words.keys;
  box.setAttribute('aria-keyshortcuts', '1 2 3 4');
  box.addEventListener('change', () => setTick(key, toggleTick(stateOf(key))));
  const controls: readonly HTMLElement[] = [box, menu];
  for (const control of controls) control.addEventListener('keydown', (event) => chooseByKey(event, key));
  menu.addEventListener('click', async () => {
    const { toggleStateMenu } = await import('./state-menu.ts');
    toggleStateMenu(menu, stateOf(key), (chosen) => choose(key, chosen));
  });
  return { key, item, box, state };
}

function createMenuButton(text: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'study-item-menu';
  button.title = words.menu;
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  // On a page that is shown in another language, the words are still the interface's.
  button.lang = document.documentElement.lang;
  button.setAttribute('aria-label', words.state.replace('{item}', text));
  return button;
}

function chooseByKey(event: KeyboardEvent, key: string): void {
  const state = TICK_STATES[Number(event.key) - 1];
  if (state === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  choose(key, state);
}

function choose(key: string, state: TickState): void {
  setTick(key, state);
  said.textContent = words[state];
}

/**
 * A checklist that is complete says which text of the note its reader has studied. With the first thing that is worth
 * keeping, the browser is asked to keep it.
 */
function setTick(key: string, state: TickState): void {
  const isFirst = openStorage().getItem(`${siteId}:study`) === null;
  store.setTick(key, state);
  const { note = '', revision } = page;
  if (revision !== undefined && tickBoxes.every(isFinished))
    store.update((study, now) => withRevision(study, note, revision, now));
  void import('../browser/storage/persistence.ts').then(({ requestPersistence }) =>
    requestPersistence(siteId, openStorage, navigator.storage),
  );
  if (isFirst) void import('./kept-hint.ts').then(({ hintKept }) => hintKept());
}

function isFinished({ key }: TickBox): boolean {
  return FINISHED.includes(stateOf(key));
}

function stateOf(key: string): TickState {
  return stateOfItem(tokenOf(key), store.study.get().ticks);
}

function tokenOf(key: string): string {
  return tokens.get(key) ?? key;
}

/** Doing is the mixed state of a check box; what a check box cannot say stands beside it in words. */
function show({ item, box, state }: TickBox, current: TickState): void {
  box.checked = current === 'done';
  box.indeterminate = current === 'doing';
  item.dataset.state = current;
  state.textContent = current === 'doing' || current === 'skipped' ? words[current] : '';
}
