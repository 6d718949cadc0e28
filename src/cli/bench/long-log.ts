/** The log of a reader of many years: a hundred thousand events, several devices, days of different length. */
import { createLog, type EventLog } from '../../domain/event-log.ts';
import { PHASES } from '../../domain/phase.ts';
import type { StudyEvent } from '../../domain/study-event.ts';

const EVENTS = 100_000;
const DAYS = 2500;
const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * @param now milliseconds since 1970, when the log ends
 * @param devices names of the devices that its events come from, in turn by day
 */
export function createLongLog(now: number, devices: readonly string[]): EventLog {
  const events: StudyEvent[] = [];
  const perDay = EVENTS / DAYS;
  for (let n = 0; n < EVENTS; n += 1) {
    const day = Math.floor(n / perDay);
    const t = Math.floor(now - (DAYS - day) * DAY + (n % perDay) * 7 * MINUTE);
    const identity = { d: devices[day % devices.length] ?? 'laptop', n, t, z: 60 };
    const note = `area-${n % 8}/note-${n % 60}`;
    const phase = PHASES[n % PHASES.length];
    events.push(
      n % 20 === 0
        ? { ...identity, k: 'studied', note, studied: n % 40 === 0 }
        : { ...identity, k: 'phase', note, phase, ms: (n % 25) * MINUTE },
    );
  }
  return createLog(events);
}
