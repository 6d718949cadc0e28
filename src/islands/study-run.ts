/**
 * `<study-run>`: a block of code that the page can run. Only its buttons are made here; the runner, the editor and the
 * drafts are loaded when somebody uses one of them, or has changed a block of this page before.
 */
import type { RunBlock } from './run-block.ts';

/** What the server wrote into the page; `run-words.ts` has its shape. */
const data = document.getElementById('study-runners');
const { words = {}, first = {} } = JSON.parse(data?.textContent ?? '{}');
const said = new Set<string>();
const load = async () => (await Promise.all([import('./run-block.ts'), completeData()]))[0];

/** Puts all of it where that is read, on pages that have only what the buttons say. */
async function completeData(): Promise<void> {
  const address = data?.dataset.rest;
  if (data === null || address === undefined) return;
  const response = await fetch(address);
  if (!response.ok) throw new TypeError(`${address} cannot be loaded`);
  data.textContent = await response.text();
  delete data.dataset.rest;
}

class StudyRun extends HTMLElement {
  #block: RunBlock | undefined;

  connectedCallback(): void {
    if (this.hasAttribute('data-ready')) return;
    const bar = document.createElement('div');
    bar.className = 'study-run-bar not-content';
    bar.append(
      this.#button('run', () => this.#use((block) => block.run())),
      this.#button('edit', () => this.#use((block) => block.edit())),
    );
    const cost = first[this.dataset.lang === 'sql' && this.dataset.engine !== 'sqlite' ? 'sql' : 'python'];
    bar.querySelector('button')?.setAttribute('title', cost);
    // Once a page and engine is enough.
    if (!said.has(cost)) bar.append(createStatus(cost));
    said.add(cost);
    this.append(bar);
    this.toggleAttribute('data-ready', true);
    if (hasDrafts()) void this.#use(() => undefined);
  }

  async #use(action: (block: RunBlock) => unknown): Promise<void> {
    try {
      const { openRunBlock } = await load();
      this.#block ??= openRunBlock(this);
      await action(this.#block);
    } catch (error) {
      // Without a network, most likely. The next press tries again.
      console.error(error);
      const bar = this.querySelector('.study-run-bar');
      bar?.querySelector('[role=status]')?.remove();
      bar?.append(createStatus(words.loadFailed));
    }
  }

  #button(name: string, listener: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.run = name;
    button.textContent = words[name];
    button.addEventListener('click', listener);
    return button;
  }
}

function createStatus(text: string): HTMLElement {
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  status.textContent = text;
  return status;
}

/** Whether the reader has changed code on this page, by a list that is quicker to read than their database. */
function hasDrafts(): boolean {
  try {
    const site = document.getElementById('study-words')?.dataset.site;
    return (localStorage.getItem(`${site}:edited`) ?? '').split('\n').includes(location.pathname);
  } catch {
    return false;
  }
}

customElements.define('study-run', StudyRun);
