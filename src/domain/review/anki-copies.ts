/**
 * Answers that are in the log twice: given here, exported to Anki, and read from there again; or read from Anki on two
 * devices, whose clocks may have stood in different zones. The reader's own event counts, and of Anki's the first.
 */
import { type CardEvent, isReviewEvent, presentName } from './card-event.ts';

/** The device of what was read from Anki; the counter of such an event is the id of its row there. */
export const ANKI_DEVICE = 'anki';

/** Answers of one millisecond are exported one after the other; nobody answers one card twice so soon. */
const NEAR = 10;

/** @returns whether the events have an answer already that Anki tells of: by its card, counter and time */
export function createCopyFinder(
  events: readonly CardEvent[],
  former: ReadonlyMap<string, string>,
): (answer: { readonly c: string; readonly n: number; readonly t: number }) => boolean {
  const times = new Map<string, Set<number>>();
  const ids = new Set<number>();
  for (const event of events) {
    if (event.d === ANKI_DEVICE) ids.add(event.n);
    else if (isReviewEvent(event) || event.k === 'forget') {
      const name = presentName(event.c, former);
      const known = times.get(name);
      if (known) known.add(event.t);
      else times.set(name, new Set([event.t]));
    }
  }
  return ({ c, n, t }) => {
    if (ids.has(n)) return true;
    const own = times.get(presentName(c, former));
    for (let near = 0; own && near < NEAR; near += 1) if (own.has(t - near)) return true;
    return false;
  };
}

/** Leaves the copies out. @param events in the order in which they happened */
export function withoutCopies<Event extends CardEvent>(
  events: readonly Event[],
  former: ReadonlyMap<string, string>,
): readonly Event[] {
  if (!events.some(({ d }) => d === ANKI_DEVICE)) return events;
  const isCopy = createCopyFinder(
    events.filter(({ d }) => d !== ANKI_DEVICE),
    former,
  );
  const seen = new Set<number>();
  return events.filter((event) => {
    if (event.d !== ANKI_DEVICE || event.k === 'undo') return true;
    if (seen.has(event.n) || isCopy(event)) return false;
    seen.add(event.n);
    return true;
  });
}
