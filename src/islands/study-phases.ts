/** `<study-phases>`: the three phases of studying a note as a quiet clock, and the note's mark as studied. */
import { openLog, openStorage, record, store } from '../browser/study.ts';
import { TIMER_KEY } from '../browser/timer.ts';
import { keysOfItem } from '../domain/item-token.ts';
import { parseJson } from '../domain/json.ts';
import { PHASES, type Phase } from '../domain/phase.ts';
import { beat, isAlive, PHASE_MINUTES, type RunningPhase, readRunning, startPhase } from '../domain/phase-timer.ts';
import { withRevision } from '../domain/revision.ts';

/** What the last beat before a sleep has missed is lost. */
const BEAT = 1000;
const MINUTE = 60_000;
/** Shorter than that was a slip of the finger. */
const LEAST = 1000;

class StudyPhases extends HTMLElement {
  readonly #keys = keysOfItem(this.dataset.note ?? '');
  readonly #note = this.#keys[0];
  readonly #storage = openStorage();
  #logged: Readonly<Partial<Record<Phase, number>>> = {};
  #running: RunningPhase | undefined;
  /** How often the reader has marked the note on this page. */
  #marks = 0;

  connectedCallback(): void {
    const details = this.querySelector('details');
    for (const phase of PHASES) this.#button(phase)?.addEventListener('click', () => void this.#toggle(phase));
    this.querySelector('input')?.addEventListener('change', ({ target }) => void this.#mark(target));
    // It may have been opened before this was loaded.
    if (details?.open) void this.#read();
    else details?.addEventListener('toggle', () => details.open && void this.#read(), { once: true });
    setInterval(() => this.#beat(), BEAT);
    for (const event of ['visibilitychange', 'pagehide']) addEventListener(event, () => this.#beat());
    void this.#resume().then(() => {
      if (this.#running && details) details.open = true;
    });
    this.toggleAttribute('data-ready', true);
  }

  /** Goes on after a reload; what was left running elsewhere, or too long ago, becomes an event as far as it went. */
  async #resume(): Promise<void> {
    const stored = readRunning(parseJson(this.#stored() ?? ''));
    if (stored === undefined) return;
    if (stored.note === this.#note && isAlive(stored, Date.now())) {
      this.#running = stored;
      return this.#show();
    }
    await this.#log(stored);
  }

  async #toggle(phase: Phase): Promise<void> {
    const previous = this.#running && beat(this.#running, Date.now());
    this.#running = previous?.phase === phase ? undefined : startPhase(this.#note, phase, Date.now());
    if (previous !== undefined) await this.#log(previous);
    this.#store(this.#running);
    this.#show();
  }

  #beat(): void {
    if (this.#running === undefined) return;
    // Another tab has taken the clock over, or stopped it.
    if (this.#stored() === '') this.#running = undefined;
    else {
      const now = Date.now();
      if (isAlive(this.#running, now)) {
        this.#running = beat(this.#running, now);
        this.#store(this.#running);
      } else {
        const slept = this.#running;
        this.#running = undefined;
        void this.#log(slept);
      }
    }
    this.#show();
  }

  async #log({ note, phase, ms }: RunningPhase): Promise<void> {
    const recording = ms < LEAST ? undefined : record({ k: 'phase', note, phase, ms });
    this.#store(undefined);
    if (recording === undefined) return;
    await recording;
    await this.#read();
  }

  async #mark(target: EventTarget | null): Promise<void> {
    if (!(target instanceof HTMLInputElement)) return;
    const { revision = '' } = this.dataset;
    if (target.checked) store.update((study, now) => withRevision(study, this.#note, revision, now));
    this.#marks += 1;
    await record({ k: 'studied', note: this.#note, studied: target.checked });
  }

  async #read(): Promise<void> {
    const marks = this.#marks;
    const [log, { readNoteLog }] = await Promise.all([openLog(), import('../browser/note-log.ts')]);
    const { phases, isStudied } = await readNoteLog(log, this.#keys);
    this.#logged = phases;
    const input = this.querySelector('input');
    // What was read may be older than what the reader has just said.
    if (input && marks === this.#marks) input.checked = isStudied;
    this.#show();
  }

  #show(): void {
    for (const phase of PHASES) {
      const isRunning = this.#running?.phase === phase;
      const ms = (this.#logged[phase] ?? 0) + (isRunning ? (this.#running?.ms ?? 0) : 0);
      this.#button(phase)?.setAttribute('aria-pressed', String(isRunning));
      const minutes = this.querySelector(`[data-minutes="${phase}"]`);
      const words = this.dataset.words ?? '';
      if (minutes)
        minutes.textContent = words
          .replace('{minutes}', String(Math.floor(ms / MINUTE)))
          .replace('{target}', String(PHASE_MINUTES[phase]));
    }
  }

  #button(phase: Phase): HTMLButtonElement | null {
    return this.querySelector(`[data-phase="${phase}"]`);
  }

  #stored(): string | null {
    try {
      return this.#storage.getItem(TIMER_KEY);
    } catch {
      return null;
    }
  }

  #store(running: RunningPhase | undefined): void {
    try {
      this.#storage.setItem(TIMER_KEY, running === undefined ? '' : JSON.stringify(running));
    } catch {
      // Full: the clock lives as long as the page, and its minutes go into the log all the same.
    }
  }
}

customElements.define('study-phases', StudyPhases);
