/**
 * An interview that is under way: a value that changes by what the reader does and by readings of the clock. It is kept in
 * `localStorage["<siteId>:interview"]` of one device, and goes on after a reload; what is worth keeping of it are the
 * events that its end writes into the log (interview-event.ts).
 *
 *     asking ⇄ paused → assessing → (gone)
 */
import { isRecord } from '../json.ts';
import type { PlannedSection } from './interview-event.ts';
import { type ClockReading, elapse, type Gap } from './section-clock.ts';

export interface AskedItem {
  readonly kind: 'question' | 'exercise';
  readonly key: string;
  /** Milliseconds that it was asked for. */
  readonly ms: number;
  readonly isReached: boolean;
  readonly isAssessed: boolean;
}

export interface SessionSection extends PlannedSection {
  readonly items: readonly AskedItem[];
}

export const SESSION_STATES = ['asking', 'paused', 'assessing'] as const;

export interface InterviewSession {
  readonly version: 1;
  /** Its name in the log. */
  readonly s: string;
  readonly interview: string;
  readonly seed: string;
  /** What the page's address said besides, for an interview of one's own. */
  readonly query: string;
  readonly startedAt: number;
  readonly state: (typeof SESSION_STATES)[number];
  /** The section and the item in it that is asked. */
  readonly section: number;
  readonly item: number;
  readonly sections: readonly SessionSection[];
  readonly clock: ClockReading;
  /** What was left out of the time, until the reader goes on. */
  readonly gap?: Gap | undefined;
}

export type SessionPlan = Pick<InterviewSession, 's' | 'interview' | 'seed' | 'query'> & {
  readonly sections: readonly (PlannedSection & {
    readonly items: readonly { readonly kind: 'question' | 'exercise'; readonly key: string }[];
  })[];
};

export function startSession(plan: SessionPlan, clock: ClockReading): InterviewSession {
  const sections = plan.sections
    .filter(({ items }) => items.length > 0)
    .map((section, index) => ({
      ...section,
      items: section.items.map((item, place) => ({
        ...item,
        ms: 0,
        isReached: index === 0 && place === 0,
        isAssessed: false,
      })),
    }));
  return {
    ...plan,
    version: 1,
    startedAt: clock.wall,
    state: sections.length === 0 ? 'assessing' : 'asking',
    section: 0,
    item: 0,
    sections,
    clock,
  };
}

/** The same session a moment later. Where nobody was here for long, it pauses. */
export function tick(session: InterviewSession, clock: ClockReading): InterviewSession {
  if (session.state !== 'asking') return { ...session, clock };
  const { ms, gap } = elapse(session.clock, clock);
  const next = changeItem({ ...session, clock }, (item) => ({ ...item, ms: item.ms + ms }));
  return gap === undefined ? next : { ...next, state: 'paused', gap };
}

export function pause(session: InterviewSession, clock: ClockReading): InterviewSession {
  const now = tick(session, clock);
  return now.state === 'asking' ? { ...now, state: 'paused' } : now;
}

export function resume(session: InterviewSession, clock: ClockReading): InterviewSession {
  if (session.state !== 'paused') return tick(session, clock);
  return { ...session, state: 'asking', clock, gap: undefined };
}

/** On to the next question, then to the next section; after the last one, to the assessment. */
export function next(session: InterviewSession, clock: ClockReading): InterviewSession {
  const now = tick(session, clock);
  const items = now.sections[now.section]?.items.length ?? 0;
  return now.item + 1 < items ? reach(now, now.section, now.item + 1) : reach(now, now.section + 1, 0);
}

/** What is left of the section is not asked. */
export function endSection(session: InterviewSession, clock: ClockReading): InterviewSession {
  const now = tick(session, clock);
  return reach(now, now.section + 1, 0);
}

/** What is left of the interview is not asked. */
export function endInterview(session: InterviewSession, clock: ClockReading): InterviewSession {
  return { ...tick(session, clock), state: 'assessing', gap: undefined };
}

export function markAssessed(session: InterviewSession, key: string): InterviewSession {
  return mapItems(session, (item) => (item.key === key ? { ...item, isAssessed: true } : item));
}

/** What was asked, in order, with the section that it was asked in. */
export function listReached({ sections }: InterviewSession): (AskedItem & { readonly section: string })[] {
  return sections.flatMap(({ id, items }) =>
    items.filter(({ isReached }) => isReached).map((item) => ({ ...item, section: id })),
  );
}

/** What the reader has still to judge, first come first; `undefined` where nothing is left. */
export function findUnassessed(session: InterviewSession): AskedItem | undefined {
  return listReached(session).find(({ isAssessed }) => !isAssessed);
}

export function spentIn(section: SessionSection | undefined): number {
  return section?.items.reduce((sum, { ms }) => sum + ms, 0) ?? 0;
}

const MINUTE = 60_000;
const WARNINGS = [5, 1, 0] as const;

/**
 * The minutes left that are worth saying aloud when time goes on from `before` to `after`; 0 when it is up.
 * @param planned minutes
 */
export function findWarning(before: number, after: number, planned: number): (typeof WARNINGS)[number] | undefined {
  // In a section of five minutes the first warning would come with the first question.
  return WARNINGS.filter((minutes) => minutes < planned).findLast((minutes) => {
    const at = (planned - minutes) * MINUTE;
    return before < at && after >= at;
  });
}

/** What was stored, as a session; `undefined` where it is none, or one of another version. */
export function readSession(value: unknown): InterviewSession | undefined {
  return isSession(value) ? value : undefined;
}

function reach(session: InterviewSession, section: number, item: number): InterviewSession {
  if (section >= session.sections.length) return { ...session, state: 'assessing', gap: undefined };
  const moved = { ...session, section, item, state: 'asking' as const, gap: undefined };
  return changeItem(moved, (asked) => ({ ...asked, isReached: true }));
}

function changeItem(session: InterviewSession, change: (item: AskedItem) => AskedItem): InterviewSession {
  return mapItems(session, (item, section, index) =>
    section === session.section && index === session.item ? change(item) : item,
  );
}

function mapItems(
  session: InterviewSession,
  change: (item: AskedItem, section: number, index: number) => AskedItem,
): InterviewSession {
  const sections = session.sections.map((section, place) => ({
    ...section,
    items: section.items.map((item, index) => change(item, place, index)),
  }));
  return { ...session, sections };
}

function isSession(value: unknown): value is InterviewSession {
  if (!isRecord(value) || value.version !== 1 || !isClock(value.clock)) return false;
  const { s, interview, seed, query, state, section, item, sections, startedAt } = value;
  return (
    [s, interview, seed, query].every((text) => typeof text === 'string') &&
    (SESSION_STATES as readonly unknown[]).includes(state) &&
    [section, item, startedAt].every((number) => typeof number === 'number') &&
    Array.isArray(sections) &&
    sections.every(isSection)
  );
}

function isSection(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.title === 'string' &&
    typeof value.minutes === 'number' &&
    Array.isArray(value.items) &&
    value.items.every((item) => isRecord(item) && typeof item.key === 'string' && typeof item.ms === 'number')
  );
}

function isClock(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.wall === 'number' &&
    typeof value.mono === 'number' &&
    typeof value.page === 'string'
  );
}
