/** The interview that is under way in this browser: kept at each step, and led by one tab at a time. */
import { openStorage, siteId } from '../browser/study.ts';
import type { ClockReading } from '../domain/interview/section-clock.ts';
import { type InterviewSession, readSession } from '../domain/interview/session.ts';
import { parseJson } from '../domain/json.ts';

const KEY = `${siteId}:interview`;
/** A page that is loaded anew waits so long for itself to let go, in milliseconds. */
const PATIENCE = 800;
const page = Math.random().toString(36).slice(2);

export function readClocks(): ClockReading {
  return { wall: Date.now(), mono: performance.now(), page };
}

export function readKept(): InterviewSession | undefined {
  try {
    return readSession(parseJson(openStorage().getItem(KEY) ?? ''));
  } catch {
    return undefined;
  }
}

/** @returns whether it will still be there after a reload */
export function keep(session: InterviewSession | undefined): boolean {
  try {
    const storage = openStorage();
    const text = session === undefined ? '' : JSON.stringify(session);
    storage.setItem(KEY, text);
    return (storage.getItem(KEY) ?? '') === text;
  } catch {
    return false;
  }
}

let letGo: (() => void) | undefined;

/**
 * Makes this tab the one that leads the interview, until it is closed. Browsers that have no locks have no second tab that
 * could be told.
 * @param isForced takes it from another tab
 * @param onLost another tab has taken it
 * @returns whether it does now
 */
export async function lead(isForced: boolean, onLost: () => void): Promise<boolean> {
  const { locks } = navigator;
  if (locks === undefined || letGo !== undefined) return true;
  return new Promise((resolve) => {
    const options: LockOptions = isForced ? { steal: true } : { signal: AbortSignal.timeout(PATIENCE) };
    const held = locks.request(KEY, options, () => {
      resolve(true);
      return new Promise<void>((release) => {
        letGo = release;
      });
    });
    held.then(
      () => undefined,
      () => {
        const wasLeading = letGo !== undefined;
        letGo = undefined;
        if (wasLeading) onLost();
        else resolve(false);
      },
    );
  });
}

export function stopLeading(): void {
  letGo?.();
  letGo = undefined;
}
