/** What the log says of one note. Loaded when a reader opens the phases of a note, not with its page. */
import { selectEvents } from '../domain/event-log.ts';
import type { Phase } from '../domain/phase.ts';
import { findStudiedNotes } from '../domain/studied-notes.ts';
import { isPhaseEvent } from '../domain/study-event.ts';
import type { LogStore } from './storage/log-store.ts';

export interface NoteLog {
  /** Milliseconds that each phase has taken so far. */
  readonly phases: Readonly<Partial<Record<Phase, number>>>;
  readonly isStudied: boolean;
}

/** @param keys ids of the note, the present one first */
export async function readNoteLog(store: LogStore, keys: readonly [string, ...string[]]): Promise<NoteLog> {
  const log = await store.read();
  const phases: Partial<Record<Phase, number>> = {};
  for (const { note, phase, ms } of selectEvents(log, isPhaseEvent)) {
    if (keys.includes(note)) phases[phase] = (phases[phase] ?? 0) + ms;
  }
  const studied = findStudiedNotes(log, new Map(keys.map((key) => [key, keys[0]])));
  return { phases, isStudied: studied.has(keys[0]) };
}
