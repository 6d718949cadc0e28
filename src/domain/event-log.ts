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
import { learningDay } from './learning-day.ts';
import type { StudyEvent } from './study-event.ts';

export type EventLog = ReadonlyMap<string, readonly StudyEvent[]>;

export const EMPTY_LOG: EventLog = new Map();

/** The segment that an event belongs to: it follows from the event, so that equal events always meet. */
function segmentOf(event: StudyEvent): string {
  return `${event.d}|${learningDay(event)}`;
}

/** The learning day and the device in a segment's name. */
export function splitSegment(name: string): { readonly device: string; readonly day: string } {
  const end = name.lastIndexOf('|');
  return { device: name.slice(0, end), day: name.slice(end + 1) };
}

/** A log of events in any order, any of them twice. */
export function createLog(events: Iterable<StudyEvent>): EventLog {
  const segments = new Map<string, StudyEvent[]>();
  for (const event of events) {
    const name = segmentOf(event);
    const segment = segments.get(name);
    if (segment === undefined) segments.set(name, [event]);
    else segment.push(event);
  }
  for (const [name, segment] of segments) segments.set(name, segment.sort(compareEvents).filter(isNew));
  return segments;
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
  return [...log.values()].flat().sort(compareEvents);
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
  return [...a, ...b].sort(compareEvents).filter(isNew);
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

/** For events in order: equal ones stand side by side. */
function isNew(event: StudyEvent, index: number, events: readonly StudyEvent[]): boolean {
  const last = events[index - 1];
  return last === undefined || compareEvents(last, event) !== 0;
}
