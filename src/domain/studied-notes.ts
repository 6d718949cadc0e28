/** Which notes a reader has marked as studied: what the log says last of each. */
import { type EventLog, selectEvents } from './event-log.ts';
import { isStudiedEvent } from './study-event.ts';

/**
 * When each studied note was marked, in milliseconds since 1970, by note id.
 * @param present the ids that notes have now, by those that they had: presentKeys in item-token.ts
 */
export function findStudiedNotes(log: EventLog, present: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const studied = new Map<string, number>();
  for (const { note, studied: isStudied, t } of selectEvents(log, isStudiedEvent)) {
    const id = present.get(note) ?? note;
    if (isStudied) studied.set(id, t);
    else studied.delete(id);
  }
  return studied;
}
