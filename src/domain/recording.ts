/**
 * What is known of a recording of the reader's voice, apart from its sound: the value of store `recordings`.
 *
 * Life cycle: written with the first chunk, rewritten with each one that follows, given an `end` when it is over. One without
 * an `end` is being made at this moment, or its tab was closed: it can be played as far as it got.
 */
import { isRecord } from './json.ts';

/**
 * Why it is over: the reader stopped it, the microphone went away, the computer slept, there was no room for more, the
 * browser failed.
 */
export const RECORDING_ENDS = ['stopped', 'device', 'asleep', 'full', 'failed'] as const;
export type RecordingEnd = (typeof RECORDING_ENDS)[number];

/** What was asked from some moment of the recording on. */
export interface RecordingMark {
  /** Milliseconds from the beginning of the recording. */
  readonly ms: number;
  readonly text: string;
}

export interface Recording {
  readonly id: string;
  /** The interview that it belongs to. */
  readonly session: string;
  /** The media type, with its codec. */
  readonly type: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** How long it is, in milliseconds. */
  readonly ms: number;
  readonly bytes: number;
  /** How many pieces it lies in. */
  readonly chunks: number;
  readonly marks: readonly RecordingMark[];
  readonly end?: RecordingEnd | undefined;
}

export function startRecording(facts: Pick<Recording, 'id' | 'session' | 'type' | 'startedAt'>): Recording {
  return { ...facts, ms: 0, bytes: 0, chunks: 0, marks: [] };
}

/** The recording with what is asked from now on; the same one where that was asked already. */
export function markQuestion(recording: Recording, ms: number, text: string): Recording {
  if (text === '' || recording.marks.at(-1)?.text === text) return recording;
  // Two questions at one moment: nobody has answered the first one.
  const marks = recording.marks.filter((mark) => mark.ms < ms);
  return { ...recording, marks: [...marks, { ms, text }] };
}

/** What was stored, as a recording; `undefined` where it is damaged. */
export function readRecording(value: unknown): Recording | undefined {
  return isRecording(value) ? value : undefined;
}

/** Where a recording that was downloaded ends: `.webm`, `.m4a`, `.ogg`. */
export function extensionOf(type: string): string {
  if (type.startsWith('audio/mp4')) return '.m4a';
  return type.startsWith('audio/ogg') ? '.ogg' : '.webm';
}

function isRecording(value: unknown): value is Recording {
  return (
    isRecord(value) &&
    [value.id, value.session, value.type].every((text) => typeof text === 'string') &&
    [value.startedAt, value.ms, value.bytes, value.chunks].every(isAmount) &&
    Array.isArray(value.marks) &&
    value.marks.every((mark) => isRecord(mark) && isAmount(mark.ms) && typeof mark.text === 'string') &&
    (value.end === undefined || (RECORDING_ENDS as readonly unknown[]).includes(value.end))
  );
}

function isAmount(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY;
}
