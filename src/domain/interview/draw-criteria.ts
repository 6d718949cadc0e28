/** Which questions a section of an interview may ask. */
import { LEVELS, type Level } from '../level.ts';

/** What is known of a question before it is asked. */
export interface DrawableQuestion {
  /** `<area>/<id>`: what readers answered is kept under it. */
  readonly key: string;
  readonly level: Level;
  /** Pages that teach it, or parts of them, `area/note#part`; the first is its topic. */
  readonly notes: readonly string[];
}

export interface DrawCriteria {
  /** Of these areas; with neither areas nor notes, of all. */
  readonly areas?: readonly string[] | undefined;
  /** On these notes, or parts of notes: their topic, not what they touch besides. */
  readonly notes?: readonly string[] | undefined;
  /** Of whom they are asked: questions of that level and the one below. */
  readonly level?: Level | undefined;
}

export function isAskable(question: DrawableQuestion, { areas, notes, level }: DrawCriteria): boolean {
  const isEverything = areas === undefined && notes === undefined;
  const isInArea = areas?.includes(areaOfQuestion(question.key)) ?? false;
  const isOnNote = notes?.some((note) => isAbout(question, note)) ?? false;
  return (isEverything || isInArea || isOnNote) && (level === undefined || isForLevel(question.level, level));
}

export function areaOfQuestion(key: string): string {
  return key.slice(0, key.lastIndexOf('/'));
}

/** The page that a question is about, without the part of it. */
export function topicOf({ notes }: DrawableQuestion): string {
  return notes[0]?.split('#')[0] ?? '';
}

function isAbout(question: DrawableQuestion, note: string): boolean {
  return note.includes('#') ? question.notes[0] === note : topicOf(question) === note;
}

function isForLevel(level: Level, wanted: Level): boolean {
  const below = LEVELS.indexOf(wanted) - LEVELS.indexOf(level);
  return below === 0 || below === 1;
}
