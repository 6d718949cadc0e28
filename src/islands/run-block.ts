/** One block of a page in use: its run, its editor, its output. Loaded with the first block that somebody uses. */
import { type Editor, openEditor } from '../browser/editor/editor.ts';
import { openDrafts } from '../browser/study.ts';
import { type CodeDraft, noteDrafts, openDraft } from './block-draft.ts';
import { type BlockRunner, chooseRunner, runCodes } from './block-runner.ts';
import { draftKey, draftPrefix, findEarlier, readSource } from './block-source.ts';
import { createRunOutput, type RunOutput } from './run-output.ts';
import { sayRun } from './run-words.ts';

const blocks = new WeakMap<Element, RunBlock>();

/** The code of a block as it stands now, whether or not it was used before. */
function codeOf(element: HTMLElement): string {
  return blocks.get(element)?.code() ?? readSource(element);
}

export class RunBlock {
  readonly #element: HTMLElement;
  readonly #source: string;
  readonly #draft: CodeDraft;
  readonly #status = document.createElement('span');
  readonly #output: RunOutput = createRunOutput();
  #runner: BlockRunner | undefined;
  #editor: Editor | undefined;
  #isRunning = false;

  constructor(element: HTMLElement) {
    this.#element = element;
    this.#source = readSource(element);
    this.#draft = openDraft(draftKey(element, this.#source));
    this.#status.setAttribute('role', 'status');
    const bar = element.querySelector('.study-run-bar');
    for (const name of ['stop', 'reset', 'undo', 'close'] as const) bar?.append(this.#createButton(name));
    const former = bar?.querySelector('[role=status]');
    this.#status.textContent = former?.textContent ?? '';
    former?.remove();
    bar?.append(this.#status);
    this.#show();
    void this.#findDraft();
  }

  code(): string {
    return this.#editor?.read() ?? this.#source;
  }

  async run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    delete this.#element.dataset.ending;
    this.#show();
    this.#markLine(undefined);
    this.#showOutput(true);
    const codes = [...findEarlier(this.#element).map(codeOf), this.code()];
    this.#runner ??= await chooseRunner(this.#element.dataset);
    const report = await runCodes(this.#runner, codes, {
      output: this.#output,
      editor: this.#editor,
      say: (text) => this.#say(text),
    });
    this.#isRunning = false;
    if (this.#editor === undefined) this.#markLine(report.error?.place?.line);
    this.#element.dataset.ending = report.ending;
    this.#show();
  }

  async edit(): Promise<void> {
    if (this.#editor !== undefined) return this.#editor.focus();
    const saved = await this.#draft.read();
    if (this.#editor !== undefined) return;
    const host = document.createElement('div');
    host.className = 'study-run-editor not-content';
    this.#element.querySelector('.study-run-bar')?.before(host);
    this.#editor = await openEditor(host, {
      code: saved ?? this.#source,
      language: this.#element.dataset.lang === 'sql' ? 'sql' : 'python',
      label: sayRun('editor'),
      onChange: (code) => this.#keep(code),
      onRun: () => void this.run(),
    });
    this.#element.toggleAttribute('data-editing', true);
    this.#show();
    this.#editor.focus();
  }

  /** Back to the published code; what the reader had is one press away. */
  async #reset(): Promise<void> {
    const own = this.#editor?.read();
    this.#editor?.write(this.#source);
    await this.#draft.remove();
    this.#undo = own === this.#source ? undefined : own;
    this.#showOutput(false);
    this.#say(sayRun('wasReset'));
    this.#show();
    await this.#noteDrafts();
    this.#editor?.focus();
  }

  #undo: string | undefined;

  #takeBack(): void {
    if (this.#undo === undefined) return;
    this.#editor?.write(this.#undo);
    this.#keep(this.#undo);
    this.#editor?.focus();
  }

  #keep(code: string): void {
    this.#undo = undefined;
    this.#markLine(undefined);
    this.#draft.write(code);
    noteDrafts(true);
    this.#show();
  }

  /** Leaves the editor; the draft stays. */
  #close(): void {
    this.#editor?.close();
    this.#editor = undefined;
    this.#element.querySelector('.study-run-editor')?.remove();
    this.#element.toggleAttribute('data-editing', false);
    this.#showOutput(false);
    this.#say('');
    this.#show();
    void this.#findDraft();
    this.#button('edit')?.focus();
  }

  /** A block that the reader has changed says so, and opens with their version. */
  async #findDraft(): Promise<void> {
    const code = await this.#draft.read();
    this.#element.toggleAttribute('data-edited', code !== undefined && code !== this.#source);
    this.#show();
  }

  async #noteDrafts(): Promise<void> {
    const page = this.#element.closest<HTMLElement>('[data-note]')?.dataset.note ?? '';
    const drafts = await (await openDrafts()).list(draftPrefix(page));
    noteDrafts(drafts.some(({ code }) => code !== null));
  }

  #show(): void {
    // A button that hides would take the focus with it.
    if (!this.#isRunning && document.activeElement === this.#button('stop')) this.#button('run')?.focus();
    const isEditing = this.#editor !== undefined;
    const isChanged = this.#editor !== undefined && this.#editor.read() !== this.#source;
    const shown = {
      edit: !isEditing,
      stop: this.#isRunning,
      reset: isChanged,
      undo: this.#undo !== undefined,
      close: isEditing,
    };
    for (const [name, isShown] of Object.entries(shown)) {
      const button = this.#button(name);
      if (button) button.hidden = !isShown;
    }
    const run = this.#button('run');
    // Not `disabled`, which would take the focus away from the button that was just pressed.
    run?.setAttribute('aria-disabled', String(this.#isRunning));
    const edit = this.#button('edit');
    if (edit) edit.textContent = sayRun(this.#element.hasAttribute('data-edited') ? 'edited' : 'edit');
  }

  /** The output of this run takes the place of the recorded one. */
  #showOutput(isShown: boolean): void {
    let next = this.#element.nextElementSibling;
    while (next instanceof HTMLElement && next.matches('.study-output, .study-timeline')) {
      next.hidden = isShown;
      next = next.nextElementSibling;
    }
    if (isShown) this.#element.append(this.#output.element);
    else this.#output.element.remove();
  }

  #markLine(line: number | undefined): void {
    for (const marked of this.#element.querySelectorAll('.study-raised')) marked.classList.remove('study-raised');
    if (line !== undefined) this.#element.querySelectorAll('.ec-line')[line - 1]?.classList.add('study-raised');
  }

  #say(text: string): void {
    this.#status.textContent = text;
  }

  #button(name: string): HTMLButtonElement | null {
    return this.#element.querySelector(`[data-run="${name}"]`);
  }

  #createButton(name: 'stop' | 'reset' | 'undo' | 'close'): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.run = name;
    button.textContent = sayRun(name);
    const actions = {
      stop: () => this.#runner?.stop(),
      reset: () => void this.#reset(),
      undo: () => this.#takeBack(),
      close: () => this.#close(),
    };
    button.addEventListener('click', actions[name]);
    return button;
  }
}

/** The block of an element, made at the first call. */
export function openRunBlock(element: HTMLElement): RunBlock {
  const block = blocks.get(element) ?? new RunBlock(element);
  blocks.set(element, block);
  return block;
}
