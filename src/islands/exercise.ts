/**
 * `<study-exercise>`: the workbench of an exercise. The page has the code, the tests, the hints and the solution already;
 * this lets the reader write, run and test, keeps what they wrote, and notes in their log what they did.
 */
import { type Editor, openEditor } from '../browser/editor/editor.ts';
import { openDraft } from './block-draft.ts';
import { type ExerciseData, readExerciseData, sayExercise, sayPassed } from './exercise-data.ts';
import { createEngine, type ExerciseEngine, type ExerciseReport } from './exercise-engine.ts';
import { createHints } from './exercise-hints.ts';
import { type Did, followAttempt, recordExercise } from './exercise-record.ts';
import { countChecks, showReports } from './exercise-results.ts';
import { createSolution } from './exercise-solution.ts';
import { createRunOutput } from './run-output.ts';
import { describeEnding, describeState } from './run-status.ts';
import { readSqlWords, sayRun } from './run-words.ts';

/** Endings after which nothing is known of the code. */
const NO_ATTEMPT = ['stopped', 'crashed', 'load-failed'];

class StudyExercise extends HTMLElement {
  readonly #data = readExerciseData<ExerciseData>();
  readonly #draft = openDraft(`exercise:${this.#data.id}`);
  readonly #output = createRunOutput();
  #engine: ExerciseEngine | undefined;
  #editor: Editor | undefined;
  #opening: Promise<Editor> | undefined;
  #isRunning = false;
  /** What a reset took out of the editor. */
  #undo: string | undefined;

  connectedCallback(): void {
    const { id, was } = this.#data;
    const hints = createHints((task, hint) => this.#record({ did: 'hint', task, hint }));
    const solution = createSolution({
      compare: async () => {
        const { createComparison } = await import('./exercise-diff.ts');
        return createComparison(this.#code(), this.#data.solution.code);
      },
      hintCount: hints.total,
      onReveal: () => this.#record({ did: 'solution' }),
    });
    followAttempt([id, ...was], (attempt) => {
      hints.show(attempt);
      solution?.show(attempt);
    });
    this.#offerDownload();
    if (this.querySelector('.study-work-bar') === null) return;
    this.#on('test', () => void this.#test());
    this.#on('run', () => void this.#run());
    this.#on('stop', () => this.#engine?.stop());
    this.#on('reset', () => void this.#reset());
    this.#on('undo', () => this.#takeBack());
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      void this.#test();
    });
    this.toggleAttribute('data-ready', true);
    this.#openSoon();
  }

  /** The editor is loaded when the workbench comes near, so that reading the tasks costs nothing. */
  #openSoon(): void {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void this.#open();
      },
      { rootMargin: '400px' },
    );
    observer.observe(this);
  }

  #open(): Promise<Editor> {
    this.#opening ??= this.#createEditor();
    return this.#opening;
  }

  async #createEditor(): Promise<Editor> {
    const host = this.querySelector<HTMLElement>('.study-work-editor') ?? this;
    const saved = await this.#draft.read();
    this.#editor = await openEditor(host, {
      code: saved ?? this.#data.starter,
      language: this.#data.language,
      label: sayRun('editor'),
      onChange: (code) => this.#keep(code),
      onRun: () => void this.#test(),
    });
    this.toggleAttribute('data-editing', true);
    this.#show();
    return this.#editor;
  }

  #code(): string {
    return this.#editor?.read() ?? this.#data.starter;
  }

  async #test(): Promise<void> {
    const list = this.querySelector<HTMLElement>('.study-checks');
    const report = await this.#execute('test');
    if (report === undefined) return;
    const { tests, ending } = report;
    const total = Math.max(countChecks(list), tests?.length ?? 0);
    const passed = tests?.filter(({ status }) => status === 'passed').length ?? 0;
    showReports(list, tests ?? []);
    if (tests === undefined) {
      if (ending === 'error') this.#say(`${describeEnding(report)}. ${sayExercise('errorBefore')}`);
    } else this.#say(sayPassed(passed, total));
    this.dataset.result = tests !== undefined && passed === total ? 'passed' : 'failed';
    if (!NO_ATTEMPT.includes(ending)) this.#record({ did: 'test', passed, total });
  }

  async #run(): Promise<void> {
    const report = await this.#execute('run');
    if (report !== undefined && !NO_ATTEMPT.includes(report.ending)) this.#record({ did: 'run' });
  }

  /** @returns `undefined` while another run goes on */
  async #execute(action: 'run' | 'test'): Promise<ExerciseReport | undefined> {
    if (this.#isRunning) return undefined;
    this.#isRunning = true;
    delete this.dataset.result;
    const editor = await this.#open();
    editor.mark(undefined);
    this.#engine ??= createEngine(this.#data);
    const { state } = this.#engine;
    this.#showOutput();
    this.#show();
    const unsubscribe = state.subscribe((now) => this.#say(describeState(now)));
    const report = await this.#engine[action](editor.read(), (chunk) => this.#output.write(chunk));
    unsubscribe();
    this.#isRunning = false;
    const { error, ending, results } = report;
    if (results !== undefined) {
      const { renderSqlReport } = await import('./sql-result.ts');
      this.#output.show(renderSqlReport({ results, error: undefined }, readSqlWords()));
    }
    if (error && ending !== 'stopped' && ending !== 'load-failed') {
      this.#output.writeError(error.text);
      if (error.place) editor.mark(error.place, error.message);
    }
    this.#say(describeEnding(report));
    this.#hideEmptyOutput();
    this.#show();
    return report;
  }

  /** Back to the starting code; what the reader had is one press away. */
  async #reset(): Promise<void> {
    const editor = await this.#open();
    const own = editor.read();
    editor.write(this.#data.starter);
    await this.#draft.remove();
    this.#undo = own === this.#data.starter ? undefined : own;
    this.#say(sayRun('wasReset'));
    this.#show();
    editor.focus();
  }

  #takeBack(): void {
    if (this.#undo === undefined) return;
    this.#editor?.write(this.#undo);
    this.#keep(this.#undo);
    this.#say('');
    this.#editor?.focus();
  }

  #keep(code: string): void {
    this.#undo = undefined;
    this.#draft.write(code);
    this.#show();
  }

  #offerDownload(): void {
    const place = this.querySelector('.study-work-downloads');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sayExercise('downloadMine');
    button.addEventListener('click', async () => {
      try {
        const { downloadWithCode } = await import('./exercise-download.ts');
        await downloadWithCode(this.#data, (await this.#draft.read()) ?? this.#code());
      } catch (error) {
        console.error(error);
        this.#say(sayExercise('downloadFailed'));
      }
    });
    if (this.querySelector('.study-work-bar')) place?.append(button);
  }

  #show(): void {
    // A button that hides would take the focus with it.
    if (!this.#isRunning && document.activeElement === this.#button('stop')) this.#button('test')?.focus();
    const isChanged = this.#editor !== undefined && this.#editor.read() !== this.#data.starter;
    const shown = { stop: this.#isRunning, reset: isChanged, undo: this.#undo !== undefined };
    for (const [action, isShown] of Object.entries(shown)) {
      const button = this.#button(action);
      if (button) button.hidden = !isShown;
    }
    // Not `disabled`, which would take the focus away from the button that was just pressed.
    for (const action of ['test', 'run']) this.#button(action)?.setAttribute('aria-disabled', String(this.#isRunning));
  }

  #showOutput(): void {
    this.#output.clear();
    this.#output.caption(sayRun('caption'));
    this.querySelector('.study-work-bar')?.append(this.#output.element);
  }

  #hideEmptyOutput(): void {
    if (this.#output.isEmpty()) this.#output.element.remove();
  }

  #record(did: Did): void {
    void recordExercise(this.#data.id, did);
  }

  #say(text: string): void {
    const said = this.querySelector('.study-work-said');
    if (said) said.textContent = text;
  }

  #on(action: string, listener: () => void): void {
    this.#button(action)?.addEventListener('click', listener);
  }

  #button(action: string): HTMLButtonElement | null {
    return this.querySelector(`[data-action="${action}"]`);
  }
}

customElements.define('study-exercise', StudyExercise);
