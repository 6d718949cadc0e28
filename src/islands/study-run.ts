/**
 * `<study-run>`: a block of code that the page can run. Only its buttons are made here; the runner, the editor and the
 * drafts are loaded when somebody uses one of them, or has changed a block of this page before.
 */
import type { RunBlock } from './run-block.ts';

/** What the server wrote into the page; `run-words.ts` has its shape. */
const words = JSON.parse(document.getElementById('study-runners')?.textContent ?? '{}').words ?? {};
const load = () => import('./run-block.ts');

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
      const said = bar?.querySelector('[role=status]') ?? document.createElement('span');
      said.setAttribute('role', 'status');
      bar?.append(said);
      said.textContent = words.loadFailed;
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
