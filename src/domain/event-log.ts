/**
 * Everything that a reader did, in segments: one for each device and learning day, which is how it is stored. The log is
 * the truth; whatever a page shows is derived from it.
 *
 * Shape: a map from `<device>|<learning day>` to that day's events in order, each once.
 *
 * Two logs are merged by taking every event of both. What an event says is what it is: events that say the same are one,
 * and two events that differ are both kept even under one device and counter. That happens where a device was cloned
 * (a restored profile, a copied disk) and both copies went on counting. So nothing needs to be unique, merging is a
 * union of sets, and it is the same in any order, however often it is done.
 */
import { compareJson, compareTexts } from './json.ts';
import { countDay, nameDay } from './learning-day.ts';
import type { StudyEvent } from './study-event.ts';

export type EventLog = ReadonlyMap<string, readonly StudyEvent[]>;

export const EMPTY_LOG: EventLog = new Map();

/** The learning day and the device in a segment's name. */
export function splitSegment(name: string): { readonly device: string; readonly day: string } {
  const end = name.lastIndexOf('|');
  return { device: name.slice(0, end), day: name.slice(end + 1) };
}

/** A log of events in any order, any of them twice. */
export function createLog(events: Iterable<StudyEvent>): EventLog {
  const devices = new Map<string, Map<number, StudyEvent[]>>();
  for (const event of events) {
    const days = devices.get(event.d) ?? new Map<number, StudyEvent[]>();
    const segment = days.get(countDay(event));
    if (segment) segment.push(event);
    else devices.set(event.d, days.set(countDay(event), [event]));
  }
  const log = new Map<string, readonly StudyEvent[]>();
  for (const [device, days] of devices) {
    for (const [day, segment] of days) log.set(nameSegment(device, day), putInOrder(segment));
  }
  return log;
}

/** Every event of both, each once. */
export function mergeLogs(a: EventLog, b: EventLog): EventLog {
  const merged = new Map(a);
  for (const [name, segment] of b) merged.set(name, mergeSegments(merged.get(name) ?? [], segment));
  return merged;
}

/** The events of `log` that are not in `other`. */
export function subtractLog(log: EventLog, other: EventLog): EventLog {
  const left = [...log].map(([name, segment]): [string, readonly StudyEvent[]] => {
    return [name, subtractSegment(segment, other.get(name) ?? [])];
  });
  return new Map(left.filter(([, segment]) => segment.length > 0));
}

/** The log from a learning day on. */
export function selectDays(log: EventLog, since: string): EventLog {
  return new Map([...log].filter(([name]) => splitSegment(name).day >= since));
}

/** Every event in the order in which it happened: by time, device and counter. */
export function listEvents(log: EventLog): StudyEvent[] {
  return selectEvents(log, (_event): _event is StudyEvent => true);
}

/** The events of a kind, in the order in which they happened: a few of many need not all be put in order. */
export function selectEvents<Kind extends StudyEvent>(
  log: EventLog,
  isWanted: (event: StudyEvent) => event is Kind,
): Kind[] {
  return [...log.values()].flatMap((segment) => segment.filter(isWanted)).sort(compareEvents);
}

export function countEvents(log: EventLog): number {
  return [...log.values()].reduce((sum, segment) => sum + segment.length, 0);
}

/** The devices that the events come from, in alphabetical order. */
export function listDevices(log: EventLog): string[] {
  return [...new Set([...log.keys()].map((name) => splitSegment(name).device))].sort();
}

/** The highest counter of a device, 0 where it has none. */
export function lastCounter(log: EventLog, device: string): number {
  const own = [...log].filter(([name]) => splitSegment(name).device === device);
  return own.reduce((last, [, segment]) => segment.reduce((high, { n }) => Math.max(high, n), last), 0);
}

/** Both segments' events in order, each once. Both are in order already. */
export function mergeSegments(a: readonly StudyEvent[], b: readonly StudyEvent[]): readonly StudyEvent[] {
  if (a.length === 0 || a === b) return b;
  if (b.length === 0) return a;
  return putInOrder([...a, ...b]);
}

/** The events of a segment that another one does not have. Both are in order. */
export function subtractSegment(segment: readonly StudyEvent[], other: readonly StudyEvent[]): readonly StudyEvent[] {
  let index = 0;
  return segment.filter((event) => {
    for (; index < other.length; index += 1) {
      const next = other[index];
      const order = next === undefined ? 1 : compareEvents(next, event);
      if (order >= 0) return order > 0;
    }
    return true;
  });
}

/** 0 only for events that say the same. */
function compareEvents(a: StudyEvent, b: StudyEvent): number {
  return a.t - b.t || compareTexts(a.d, b.d) || a.n - b.n || compareJson(a, b);
}

/** The events in order, each once. Most are in order already. */
function putInOrder(events: readonly StudyEvent[]): readonly StudyEvent[] {
  const isLater = (event: StudyEvent, last: StudyEvent | undefined) => !last || compareEvents(last, event) < 0;
  if (events.every((event, index) => isLater(event, events[index - 1]))) return events;
  const sorted = events.toSorted(compareEvents);
  return sorted.filter((event, index) => isLater(event, sorted[index - 1]));
}

/** The segment follows from the event, so that equal events always meet. */
function nameSegment(device: string, day: number): string {
  return `${device}|${nameDay(day)}`;
}
