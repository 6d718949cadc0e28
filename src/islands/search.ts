/**
 * `<study-search>`, the button in the header. Everything else of search is loaded when somebody means to search: a
 * pointer or the focus on the button, Ctrl+K or ⌘K, the key `/`, or `?q=` in the address.
 */
import type { SearchDialog } from './search-dialog.ts';
import type { SearchWords } from './search-words.ts';

const isApple = /mac|iphone|ipad/i.test(navigator.platform);

class StudySearch extends HTMLElement {
  #dialog: Promise<SearchDialog> | undefined;
  /** What was typed since the key that opens the dialog, which may still be loading. */
  #typedAhead: string | undefined;

  connectedCallback(): void {
    const button = this.querySelector('button');
    button?.addEventListener('pointerenter', () => this.#warm(), { once: true });
    button?.addEventListener('focus', () => this.#warm(), { once: true });
    button?.addEventListener('click', () => this.#open((dialog) => dialog.open()));
    document.addEventListener('keydown', (event) => this.#onKey(event));
    const shortcut = this.querySelector('kbd');
    if (isApple && shortcut) {
      shortcut.textContent = '⌘ K';
      button?.setAttribute('aria-keyshortcuts', 'Meta+K /');
    }
    if (hasNotedWords())
      void import('./search-arrival.ts').then(
        ({ markWords }) => markWords(),
        () => undefined,
      );
    const term = new URLSearchParams(location.search).get('q');
    if (term) this.#use((dialog) => dialog.open(term));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey) return;
    const isControl = event.ctrlKey || event.metaKey;
    if (this.#typedAhead !== undefined && !isControl) return this.#typeAhead(event, this.#typedAhead);
    const isShortcut = event.key.toLowerCase() === 'k' && (isApple ? event.metaKey : event.ctrlKey) && !event.shiftKey;
    const isSlash = event.key === '/' && !isControl && !isTyping(event);
    if (!isShortcut && !isSlash) return;
    event.preventDefault();
    this.#open((dialog) => (isShortcut ? dialog.toggle() : dialog.open()));
  }

  /** @param action what to do where nothing was typed while the dialog was loading */
  #open(action: (dialog: SearchDialog) => void): void {
    this.#typedAhead = '';
    this.#use((dialog) => (this.#typedAhead ? dialog.open(this.#typedAhead) : action(dialog)));
  }

  /** A quick reader must not lose the first letters to a slow connection. */
  #typeAhead(event: KeyboardEvent, typed: string): void {
    if (event.key === 'Backspace') this.#typedAhead = typed.slice(0, -1);
    else if (event.key.length === 1) this.#typedAhead = typed + event.key;
    else return;
    event.preventDefault();
  }

  /** What fails here is tried again, and told, when the dialog is to open. */
  #warm(): void {
    this.#load().then(
      (dialog) => dialog.warm(),
      () => undefined,
    );
  }

  #use(action: (dialog: SearchDialog) => void): void {
    const problem = this.querySelector('p');
    const showProblem = (isShown: boolean) => problem?.toggleAttribute('hidden', !isShown);
    this.#load().then(
      (dialog) => {
        showProblem(false);
        action(dialog);
        this.#typedAhead = undefined;
      },
      () => {
        this.#typedAhead = undefined;
        showProblem(true);
        document.addEventListener('pointerdown', () => showProblem(false), { once: true });
      },
    );
  }

  #load(): Promise<SearchDialog> {
    this.#dialog ??= Promise.all([import('./search-dialog.ts'), this.#loadWords(), this.#loadStyles()]).then(
      ([{ createSearchDialog }, words]) => createSearchDialog(this, words),
    );
    this.#dialog.catch(() => (this.#dialog = undefined));
    return this.#dialog;
  }

  /** @throws {TypeError} where they cannot be had: a dialog without words would say nothing */
  async #loadWords(): Promise<SearchWords> {
    const response = await fetch(this.dataset.words ?? '');
    if (!response.ok) throw new TypeError(`${response.url} cannot be loaded`);
    return response.json();
  }

  /** Without them, the dialog is plain and works. */
  #loadStyles(): Promise<void> | undefined {
    const link = this.querySelector('link');
    if (!link?.disabled) return undefined;
    return new Promise((resolve) => {
      link.onload = link.onerror = () => resolve();
      link.disabled = false;
    });
  }
}

/** Whether the reader comes from a result, whose words are to be marked. */
function hasNotedWords(): boolean {
  try {
    return sessionStorage.getItem('study-search-words') !== null;
  } catch {
    return false;
  }
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  // The field of a dialog that was closed keeps the focus until the browser draws the next frame.
  return (
    target instanceof HTMLElement &&
    target.closest('dialog:not([open])') === null &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'))
  );
}

customElements.define('study-search', StudySearch);
