/** Random records of study, as several devices with their own clocks and zones may write them. */
import fc from 'fast-check';
import { type Drafts, mergeDrafts, NO_DRAFTS, rewriteDraft } from '../draft.ts';
import { createLog, type EventLog } from '../event-log.ts';
import { PHASES } from '../phase.ts';
import { type StudyDocument, withTick } from '../study-document.ts';
import { readEvent, type StudyEvent } from '../study-event.ts';
import type { StudyRecord } from '../study-record.ts';
import { TICK_STATES } from '../tick.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const HOUR = 3_600_000;

/** Any JSON but -0, which is printed as 0. */
export const json = fc.jsonValue({ maxDepth: 2 }).map((value): unknown => JSON.parse(JSON.stringify(value)));

const device = fc.constantFrom('laptop', 'phone', 'laptop|old');
const zone = fc.constantFrom(-720, -180, 0, 60, 330, 840);
const time = fc.oneof(
  fc.constantFrom(0, NOON, NOON + HOUR),
  fc.integer({ min: NOON - 40 * HOUR, max: NOON + 40 * HOUR }),
);
const note = fc.constantFrom('gil', 'asyncio/tasks', '__proto__');

const facts = fc.oneof(
  fc.record({ k: fc.constant('phase'), note, phase: fc.constantFrom(...PHASES), ms: fc.nat(9 * HOUR) }),
  fc.record({ k: fc.constant('studied'), note, studied: fc.boolean() }),
  fc.record({ k: fc.constantFrom('review', 'phase', 'later'), note: json, other: json }),
);

/** Few devices, counters and times, so that many events share them. */
export const event: fc.Arbitrary<StudyEvent> = fc
  .record({ d: device, n: fc.nat(3), t: time, z: zone, facts })
  .map(({ facts: fields, ...identity }) => {
    const read = readEvent({ ...identity, ...fields });
    if (read === undefined) throw new Error('The arbitrary made what is no event.');
    return read;
  });

export const log: fc.Arbitrary<EventLog> = fc.array(event, { maxLength: 12 }).map(createLog);

const at = fc.oneof(fc.nat(3), fc.nat(), fc.constantFrom(-1, 1e300));
const item = fc.constantFrom('a#1', 'a#2', 'b#1', 'constructor', '__proto__');
const stamped = fc.record({ value: json, at });
const tick = fc.record({ state: fc.constantFrom(...TICK_STATES), at: fc.nat(3) });
const unknownTick = fc.oneof(fc.record({ state: fc.constantFrom('mastered', 'read'), at }), json);

/** What a document may say beside its ticks, known to this version or not. */
export const fields = fc.dictionary(
  fc.constantFrom('plan', 'settings', 'bookmarks', '__proto__', 'at'),
  fc.oneof(json, stamped, fc.dictionary(fc.constantFrom('theme', 'target', 'toString'), fc.oneof(stamped, json))),
  { maxKeys: 3, noNullPrototype: true },
);

/** An item is known or unknown to a document, never both. */
export const study: fc.Arbitrary<StudyDocument> = fc
  .record({
    ticks: fc.dictionary(item, tick, { noNullPrototype: true }),
    unknown: fc.dictionary(item, unknownTick, { noNullPrototype: true }),
    rest: fields,
  })
  .map(({ ticks, unknown, rest }) => {
    const others = Object.entries(unknown).filter(([name, value]) => !Object.hasOwn(ticks, name) && !isKnown(value));
    return { ticks, unknownTicks: Object.fromEntries(others), rest };
  });

/** Few codes and times, so that many versions share them; more than are kept. */
const draft = fc.record({
  key: fc.constantFrom('playground', 'exercise:lru', '__proto__'),
  code: fc.constantFrom(null, '', 'a', 'b', 'c', 'd', 'e', 'null', 'pass\n"'),
  at: fc.oneof(fc.nat(4), fc.nat()),
});

export const drafts: fc.Arbitrary<Drafts> = fc
  .array(draft, { maxLength: 9 })
  .map((versions) =>
    versions
      .map(({ key, code, at }): Drafts => new Map([[key, rewriteDraft(undefined, code, undefined, at)]]))
      .reduce(mergeDrafts, NO_DRAFTS),
  );

export const record: fc.Arbitrary<StudyRecord> = fc.record({ study, log, drafts, carried: fields });

/** A study in which somebody has ticked some items. */
export function tickAll(study: StudyDocument, items: readonly string[], now: number): StudyDocument {
  return items.reduce((ticked, name) => withTick(ticked, name, 'done', now), study);
}

function isKnown(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'state' in value && TICK_STATES.some((s) => s === value.state);
}
