/**
 * `<study-recorder session="…" question="…">`: records what the reader says during an interview, and lists what was recorded
 * in it. Whoever leads the interview calls `start`, `pause`, `resume` and `stop`; `question` is what is asked now, as text.
 * Hidden without a session.
 */
import { canRecord } from '../browser/recording/microphone.ts';
import { openRecorder } from '../browser/recording/page-recordings.ts';
import type { RecorderState } from '../browser/recording/recorder.ts';
import { formatTime } from '../domain/duration.ts';
import type { Recording } from '../domain/recording.ts';
import { readData, type Words } from './page-words.ts';
import { RecordingList } from './recording-list.ts';

const BEAT = 1000;

export class StudyRecorder extends HTMLElement {
  static readonly observedAttributes = ['session', 'question'];
  readonly #words = readData<Words>(this);
  readonly #recorder = openRecorder();
  #list: RecordingList | undefined;
  #wasBusy = false;

  connectedCallback(): void {
    if (this.#list !== undefined) return;
    this.#list = new RecordingList(this.#part('list'), {
      words: this.#words,
      refuge: () => this.#button('record'),
      onChange: (recordings, alive) => this.#showKept(recordings, alive),
    });
    this.#button('record').addEventListener('click', () => void (this.#isBusy ? this.stop() : this.start()));
    this.#button('pause').addEventListener('click', () => {
      if (this.#recorder.state.get().kind === 'paused') this.resume();
      else this.pause();
    });
    setInterval(() => this.#showTime(), BEAT);
    this.#recorder.state.subscribe((state) => this.#show(state));
    if (!canRecord()) {
      this.#button('record').hidden = true;
      this.#say('unsupported');
    }
    void this.#refresh();
    this.toggleAttribute('data-ready', true);
  }

  attributeChangedCallback(name: string, former: string | null, value: string | null): void {
    if (former === value) return;
    if (name === 'question') return this.#recorder.mark(value ?? '');
    this.hidden = value === null;
    void this.#refresh();
  }

  /** Asks for the microphone and records. */
  async start(): Promise<void> {
    const session = this.getAttribute('session');
    if (session !== null && canRecord()) await this.#recorder.start(session);
  }

  /** Tells whether it was recording. */
  pause(): boolean {
    const isRecording = this.#recorder.state.get().kind === 'recording';
    this.#recorder.pause();
    return isRecording;
  }

  resume(): void {
    this.#recorder.resume();
  }

  /** Resolves when everything is written. */
  async stop(): Promise<void> {
    await this.#recorder.stop();
  }

  get #isBusy(): boolean {
    return this.#recorder.state.get().kind !== 'idle';
  }

  async #refresh(): Promise<void> {
    await this.#list?.refresh(this.getAttribute('session') ?? '');
  }

  #show({ kind, problem }: RecorderState): void {
    const isIdle = kind === 'idle';
    this.dataset.state = kind;
    this.toggleAttribute('data-problem', problem !== undefined);
    this.#button('record').textContent = this.#words[isIdle ? 'record' : 'stop'] ?? '';
    const pause = this.#button('pause');
    const isPausable = kind === 'recording' || kind === 'paused';
    if (!isPausable && pause === document.activeElement) this.#button('record').focus();
    pause.hidden = !isPausable;
    pause.textContent = this.#words[kind === 'paused' ? 'resume' : 'pause'] ?? '';
    this.#showTime();
    if (!isIdle) this.#say(kind);
    else if (problem !== undefined) this.#say(problem);
    else if (this.#wasBusy) this.#say('saved');
    if (isIdle && this.#wasBusy) void this.#refresh();
    this.#wasBusy = !isIdle;
  }

  #showKept(recordings: readonly Recording[], alive: ReadonlySet<string>): void {
    this.#part('kept').hidden = recordings.length === 0;
    const last = recordings.at(-1);
    const isBroken = last !== undefined && last.end === undefined && !alive.has(last.id);
    if (isBroken && canRecord() && this.#part('said').textContent === '') this.#say('brokenOff');
  }

  #showTime(): void {
    this.#part('time').textContent = this.#isBusy ? formatTime(this.#recorder.elapsed()) : '';
  }

  #say(word: string): void {
    this.#part('said').textContent = this.#words[word] ?? word;
  }

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? this;
  }

  #button(action: string): HTMLElement {
    return this.querySelector<HTMLElement>(`:scope > p > [data-action="${action}"]`) ?? this;
  }
}

customElements.define('study-recorder', StudyRecorder);
