/**
 * `<study-playground>`: an editor with a runner, for whatever a reader wants to try. The code is a draft of this browser.
 * Code that comes with a link is shown and never run by itself, and takes nothing away from what the reader had.
 */
import { type Editor, openEditor } from '../browser/editor/editor.ts';
import {
  MAX_FRAGMENT,
  printFragment,
  readFragment,
  SHARED_LANGUAGES,
  type SharedLanguage,
} from '../browser/shared-code.ts';
import { type CodeDraft, openDraft } from './block-draft.ts';
import { type BlockRunner, chooseRunner, runCodes } from './block-runner.ts';
import { fill, readData, type Words } from './page-words.ts';
import { createRunOutput } from './run-output.ts';
import { sayRun } from './run-words.ts';

const BEGINNINGS: Readonly<Record<SharedLanguage, string>> = {
  python: `import asyncio


async def greet(name: str, delay: float) -> None:
    await asyncio.sleep(delay)
    print("hello", name)


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(greet("later", 2))
        group.create_task(greet("sooner", 1))


asyncio.run(main())
`,
  sql: `CREATE TABLE orders (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer int, total numeric);
INSERT INTO orders (customer, total) SELECT n % 100, n FROM generate_series(1, 10000) AS n;
CREATE INDEX ON orders (customer);
EXPLAIN (ANALYZE, BUFFERS, TIMING off, SUMMARY off) SELECT sum(total) FROM orders WHERE customer = 7;
`,
  sqlite: `CREATE TABLE notes (id INTEGER PRIMARY KEY, title TEXT);
INSERT INTO notes (title) VALUES ('indexes'), ('locks');
SELECT * FROM notes;
`,
};

class StudyPlayground extends HTMLElement {
  readonly #words = readData<Words>(this);
  readonly #output = createRunOutput();
  #editor: Editor | undefined;
  #runner: BlockRunner | undefined;
  #draft: CodeDraft | undefined;
  #choice: SharedLanguage = 'python';
  #openings = 0;

  connectedCallback(): void {
    this.#on('run', () => void this.#run());
    this.#on('stop', () => this.#runner?.stop());
    this.#on('recycle', () => this.#recycle());
    this.#on('share', () => void this.#share());
    this.querySelector('[data-action=back]')?.addEventListener('click', () => void this.#goBack());
    this.#select('language')?.addEventListener('change', ({ target }) => {
      const choice = target instanceof HTMLSelectElement && SHARED_LANGUAGES.find((known) => known === target.value);
      if (choice) void this.#open(choice);
    });
    addEventListener('hashchange', () => void this.#read());
    void this.#read();
  }

  async #read(): Promise<void> {
    const shared = await readFragment(location.hash);
    if (shared === undefined) {
      if (this.#editor === undefined) await this.#open('python');
    } else if (shared === 'damaged') {
      await this.#open('python');
      this.#notice(this.#words.broken ?? '', false);
    } else {
      await this.#open(shared.language, shared.code);
      this.#notice(`${this.#words.shown} ${this.#words.keep}`, true);
    }
    this.dataset.shown = location.hash;
    this.toggleAttribute('data-ready', true);
  }

  /** @param shared code of a link, in place of the reader's own */
  async #open(choice: SharedLanguage, shared?: string): Promise<void> {
    this.#choice = choice;
    this.#openings += 1;
    const opening = this.#openings;
    if (shared === undefined) this.#notice('', false);
    this.dataset.language = choice;
    const select = this.#select('language');
    if (select) select.value = choice;
    // Code of a link has a draft of its own, so that changing it takes nothing away from what the reader had.
    this.#draft = openDraft(shared === undefined ? `playground:${choice}` : `playground-link:${choice}`);
    const code = shared ?? (await this.#draft.read()) ?? BEGINNINGS[choice];
    const parent = this.querySelector<HTMLElement>('.study-playground-editor');
    if (parent === null) return;
    const editor = await openEditor(parent, {
      code,
      language: choice === 'python' ? 'python' : 'sql',
      label: sayRun('editor'),
      onChange: (changed) => this.#draft?.write(changed),
      onRun: () => void this.#run(),
    });
    // Another language was chosen while this editor was loading.
    if (opening !== this.#openings) return editor.close();
    this.#editor?.close();
    this.#editor = editor;
    this.#output.element.remove();
    this.#say('');
  }

  async #run(): Promise<void> {
    if (this.#editor === undefined || this.hasAttribute('data-running')) return;
    delete this.dataset.ending;
    this.#toggleRunning(true);
    const fence =
      this.#choice === 'python'
        ? { lang: 'python' }
        : { lang: 'sql', engine: this.#choice === 'sql' ? 'postgres' : 'sqlite' };
    const stdin = this.querySelector<HTMLTextAreaElement>('[name=stdin]')?.value ?? '';
    const clock = this.#select('clock')?.value ?? 'virtual';
    this.#runner = await chooseRunner({ ...fence, clock, ...(stdin !== '' && { stdin }) });
    this.querySelector('.study-playground-output')?.append(this.#output.element);
    const surface = { output: this.#output, editor: this.#editor, say: (text: string) => this.#say(text) };
    const { ending } = await runCodes(this.#runner, [this.#editor.read()], surface);
    this.dataset.ending = ending;
    this.#toggleRunning(false);
  }

  #recycle(): void {
    this.#runner?.dispose();
    this.#output.element.remove();
    this.#say(this.#words.recycled ?? '');
  }

  async #share(): Promise<void> {
    if (this.#editor === undefined) return;
    const fragment = await printFragment({ language: this.#choice, code: this.#editor.read() });
    if (fragment.length > MAX_FRAGMENT)
      return this.#say(fill(this.#words.large ?? '', { size: String(fragment.length) }));
    const address = `${location.href.split('#')[0]}${fragment}`;
    try {
      await navigator.clipboard.writeText(address);
      this.#say(this.#words.copied ?? '');
    } catch {
      // The clipboard may be forbidden: the reader can copy the link itself.
      const link = Object.assign(document.createElement('a'), { href: address, textContent: this.#words.link });
      this.#say('');
      this.querySelector('.study-run-bar [role=status]')?.append(link);
    }
  }

  async #goBack(): Promise<void> {
    history.replaceState(history.state, '', location.pathname + location.search);
    await this.#open(this.#choice);
    this.#editor?.focus();
  }

  #notice(text: string, canGoBack: boolean): void {
    const notice = this.querySelector<HTMLElement>('.study-playground-shared');
    if (notice === null) return;
    notice.hidden = text === '';
    const [words, button] = notice.children;
    if (words) words.textContent = text;
    if (button instanceof HTMLElement) button.hidden = !canGoBack;
  }

  #toggleRunning(isRunning: boolean): void {
    this.toggleAttribute('data-running', isRunning);
    this.querySelector('[data-run=run]')?.setAttribute('aria-disabled', String(isRunning));
    const stop = this.querySelector<HTMLElement>('[data-run=stop]');
    // A button that hides would take the focus with it.
    if (!isRunning && stop === document.activeElement) this.querySelector<HTMLElement>('[data-run=run]')?.focus();
    if (stop) stop.hidden = !isRunning;
  }

  #say(text: string): void {
    const status = this.querySelector('.study-run-bar [role=status]');
    if (status) status.textContent = text;
  }

  #select(name: string): HTMLSelectElement | null {
    return this.querySelector(`select[name=${name}]`);
  }

  #on(name: string, listener: () => void): void {
    this.querySelector(`[data-run=${name}]`)?.addEventListener('click', listener);
  }
}

customElements.define('study-playground', StudyPlayground);
