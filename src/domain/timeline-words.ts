/** The words that a drawn timeline needs, in the reader's language. `{name}` is filled in. */
import { TIMELINE_KINDS, TIMELINE_OUTCOMES, type TimelineKind, type TimelineOutcome } from './timeline.ts';

/** How segments look: what is alike to a reader looks alike. */
export const TIMELINE_LOOKS = ['run', 'sleep', 'tasks', 'sync', 'network', 'thread'] as const;
export type TimelineLook = (typeof TIMELINE_LOOKS)[number];

export type TimelineWord =
  | 'caption'
  | 'legend'
  | 'lines'
  | 'asTable'
  | 'task'
  | 'does'
  | 'from'
  | 'to'
  | 'line'
  | 'parent'
  | 'on'
  | 'more'
  | `kind.${TimelineKind}`
  | `outcome.${TimelineOutcome}`
  | `look.${TimelineLook}`;
export type TimelineWords = Readonly<Record<TimelineWord, string>>;

/** All of them; in the interface words of the site each stands behind `study.timeline.`. */
export const TIMELINE_WORDS: readonly TimelineWord[] = [
  'caption',
  'legend',
  'lines',
  'asTable',
  'task',
  'does',
  'from',
  'to',
  'line',
  'parent',
  'on',
  'more',
  ...TIMELINE_KINDS.map((kind) => `kind.${kind}` as const),
  ...TIMELINE_OUTCOMES.map((outcome) => `outcome.${outcome}` as const),
  ...TIMELINE_LOOKS.map((look) => `look.${look}` as const),
];

/** @param find gives the text of a word, with its gaps as `{name}` */
export function readTimelineWords(find: (word: TimelineWord) => string): TimelineWords {
  return Object.fromEntries(TIMELINE_WORDS.map((word) => [word, find(word)])) as TimelineWords;
}

export function fillWord(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}
