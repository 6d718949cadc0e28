/** Which notes a reader has marked as studied: what the log says last of each. */
import { type EventLog, listEvents } from './event-log.ts';
import { isStudiedEvent } from './study-event.ts';

/** When each studied note was marked, in milliseconds since 1970, by note id. */
export function findStudiedNotes(log: EventLog): ReadonlyMap<string, number> {
  const studied = new Map<string, number>();
  for (const { note, studied: isStudied, t } of listEvents(log).filter(isStudiedEvent)) {
    if (isStudied) studied.set(note, t);
    else studied.delete(note);
  }
  return studied;
}
