/** `<study-studied data-notes="…">`: how many of some notes are studied, and how long the reader has studied them. */
import { followLog } from '../browser/page-log.ts';
import { formatMinutes } from '../domain/duration.ts';
import type { EventLog } from '../domain/event-log.ts';
import { keysOfItem, presentKeys } from '../domain/item-token.ts';
import { minutesByNote } from '../domain/statistics.ts';
import { findStudiedNotes } from '../domain/studied-notes.ts';
import { fill } from './page-words.ts';

interface NoteFacts {
  readonly studied: ReadonlyMap<string, number>;
  readonly minutes: ReadonlyMap<string, number>;
}

/** Of one reading of the log, which all elements of a page ask for. */
const facts = new WeakMap<EventLog, NoteFacts>();

class StudyStudied extends HTMLElement {
  #unsubscribe: (() => void) | undefined;

  connectedCallback(): void {
    this.#unsubscribe = followLog('all').subscribe((log) => log && this.#show(log));
  }

  disconnectedCallback(): void {
    this.#unsubscribe?.();
  }

  #show(log: EventLog): void {
    const { studied, minutes } = factsOf(log);
    const notes = this.dataset.notes?.split(' ').map((token) => keysOfItem(token)[0]) ?? [];
    const done = notes.filter((note) => studied.has(note)).length;
    const time = notes.reduce((sum, note) => sum + (minutes.get(note) ?? 0), 0);
    const count = fill(this.dataset.words ?? '', { done: String(done) });
    this.textContent = time > 0 ? `${count} · ${formatMinutes(time)}` : count;
    this.toggleAttribute('data-ready', true);
  }
}

/** A note is known by every id that it had, those of notes on other rows of the page included. */
function factsOf(log: EventLog): NoteFacts {
  const known = facts.get(log);
  if (known !== undefined) return known;
  const tokens = [...document.querySelectorAll<HTMLElement>('study-studied')].flatMap(
    ({ dataset }) => dataset.notes?.split(' ') ?? [],
  );
  const present = presentKeys(tokens);
  const created = { studied: findStudiedNotes(log, present), minutes: minutesByNote(log, present) };
  facts.set(log, created);
  return created;
}

customElements.define('study-studied', StudyStudied);
