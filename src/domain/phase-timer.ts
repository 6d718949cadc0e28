/**
 * The clock of a study phase. It counts while it hears of the time often enough: what passes while the computer sleeps or
 * the page is closed is not study. Kept in `localStorage["<siteId>:timer"]` while it runs, so that a reload goes on; the
 * minutes become an event of the log when it is stopped.
 */
import { isRecord } from './json.ts';
import { PHASES, type Phase } from './phase.ts';

export interface RunningPhase {
  readonly note: string;
  readonly phase: Phase;
  /** Milliseconds studied. */
  readonly ms: number;
  /** When it last heard of the time, in milliseconds since 1970. */
  readonly beatAt: number;
}

/** Longest time between two beats that counts; browsers wake a page in the background about once a minute. */
export const MAX_GAP = 90_000;

/** What each phase should take, in minutes: four hours a topic. */
export const PHASE_MINUTES: Readonly<Record<Phase, number>> = { read: 90, practise: 90, consolidate: 60 };

export function startPhase(note: string, phase: Phase, now: number): RunningPhase {
  return { note, phase, ms: 0, beatAt: now };
}

/** Whether it may go on: nobody knows what happened in a longer gap, or when the clock was set back. */
export function isAlive({ beatAt }: RunningPhase, now: number): boolean {
  return now >= beatAt && now - beatAt <= MAX_GAP;
}

/** The clock a moment later. */
export function beat(running: RunningPhase, now: number): RunningPhase {
  const passed = isAlive(running, now) ? now - running.beatAt : 0;
  return { ...running, ms: running.ms + passed, beatAt: now };
}

/** What was stored, or `undefined` where it is no clock. */
export function readRunning(value: unknown): RunningPhase | undefined {
  if (!isRecord(value)) return undefined;
  const { note, phase, ms, beatAt } = value;
  const known = PHASES.find((name) => name === phase);
  if (typeof note !== 'string' || known === undefined || !isTime(ms) || !isTime(beatAt)) return undefined;
  return { note, phase: known, ms, beatAt };
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
