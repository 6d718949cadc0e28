/** Which cards are due, for a page that asks none. Loaded on demand. */
import { readClock } from '../browser/clock.ts';
import { readFormerCards } from '../browser/review-decks.ts';
import { openLog } from '../browser/study.ts';
import { selectEvents } from '../domain/event-log.ts';
import { countDay } from '../domain/learning-day.ts';
import { listDue } from '../domain/review/card-due.ts';
import { isCardEvent } from '../domain/review/card-event.ts';
import { replayCards } from '../domain/review/replay.ts';

/** @param folder address of the decks of one language, with a slash at its end */
export async function readDueCards(folder: string): Promise<ReadonlySet<string>> {
  const events = selectEvents(await (await openLog()).read(), isCardEvent);
  if (events.length === 0) return new Set();
  const { states } = replayCards(events, await readFormerCards(folder));
  return listDue(states, countDay(readClock()));
}
