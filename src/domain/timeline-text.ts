/**
 * A timeline as plain text, as it stands in notes. A task is a line, what it does are indented lines below it:
 *
 *     main 0..0.6 done
 *       tasks 0..0.6 at 14
 *     fetch by main 0..0.3 failed ValueError
 *       sleep 0..0.3 at 6
 *     and 12 more
 *
 * `by` names the task that made it, `at` is the line of the code, `for` the task that is waited for. A name with spaces
 * or quotes is written as JSON writes it.
 */
import { parseJson } from './json.ts';
import {
  isTimeline,
  TIMELINE_KINDS,
  TIMELINE_OUTCOMES,
  type Timeline,
  type TimelineSegment,
  type TimelineTask,
} from './timeline.ts';

/** Why a text is no timeline; `line` counts from 1. */
export interface TimelineFault {
  readonly line: number;
  readonly message: string;
}

export function printTimeline({ tasks, omitted }: Timeline): string {
  const lines = tasks.flatMap((task) => [printTask(task), ...task.segments.map(printSegment)]);
  return [...lines, ...(omitted > 0 ? [`and ${omitted} more`] : [])].join('\n');
}

function printTask({ name, parent, from, to, outcome, error }: TimelineTask): string {
  return join([
    printName(name),
    parent && `by ${printName(parent)}`,
    `${from}..${to}`,
    outcome,
    error && printName(error),
  ]);
}

function printSegment({ kind, from, to, line, on }: TimelineSegment): string {
  return `  ${join([kind, `${from}..${to}`, line && `at ${line}`, on && `for ${printName(on)}`])}`;
}

function join(words: readonly (string | 0 | null)[]): string {
  return words.filter(Boolean).join(' ');
}

function printName(name: string): string {
  return /^[^\s"]+$/.test(name) ? name : JSON.stringify(name);
}

/** Reads what `printTimeline` writes: `parseTimeline(printTimeline(x))` equals `x`. Never throws. */
export function parseTimeline(text: string): Timeline | TimelineFault {
  const tasks: (TimelineTask & { segments: TimelineSegment[] })[] = [];
  let omitted = 0;
  for (const [index, line] of text.trimEnd().split('\n').entries()) {
    const words = (line.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? []).map(String);
    const more = /^and (\d+) more\s*$/.exec(line)?.[1];
    const task = tasks.at(-1);
    if (more !== undefined) omitted = Number(more);
    else if (/^\s/.test(line) && task !== undefined) {
      const segment = parseSegment(words);
      if (segment === undefined) return fault(index, `\`${line.trim()}\` is not what a task does`);
      task.segments.push(segment);
    } else {
      const parsed = parseTask(words);
      if (parsed === undefined) return fault(index, `\`${line.trim()}\` is no task`);
      tasks.push(parsed);
    }
  }
  const timeline = { tasks, omitted };
  return isTimeline(timeline) ? timeline : fault(0, 'two tasks have one name, or a task that is named is none');
}

function fault(index: number, message: string): TimelineFault {
  return { line: index + 1, message };
}

function parseTask(words: readonly string[]): (TimelineTask & { segments: TimelineSegment[] }) | undefined {
  const rest = [...words];
  const name = readName(rest.shift());
  const parent = rest[0] === 'by' ? readName(rest.splice(0, 2)[1]) : null;
  const span = readSpan(rest.shift());
  const outcome = TIMELINE_OUTCOMES.find((known) => known === rest[0]);
  const error = rest.length > 1 ? readName(rest[1]) : null;
  if (name === undefined || parent === undefined || span === undefined || error === undefined) return undefined;
  return outcome === undefined || rest.length > 2 ? undefined : { name, parent, ...span, outcome, error, segments: [] };
}

function parseSegment(words: readonly string[]): TimelineSegment | undefined {
  const [first, second, ...rest] = words;
  const kind = TIMELINE_KINDS.find((known) => known === first);
  const span = readSpan(second);
  const line = rest[0] === 'at' ? Number(rest.splice(0, 2)[1]) : null;
  const on = rest[0] === 'for' ? readName(rest.splice(0, 2)[1]) : null;
  if (kind === undefined || span === undefined || on === undefined || rest.length > 0) return undefined;
  return line === null || (Number.isSafeInteger(line) && line > 0) ? { kind, ...span, line, on } : undefined;
}

function readName(word: string | undefined): string | undefined {
  if (!word?.startsWith('"')) return word;
  const name = parseJson(word);
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function readSpan(word: string | undefined): { from: number; to: number } | undefined {
  const [from = '', to = '', ...more] = word?.split('..') ?? [];
  if (from === '' || to === '' || more.length > 0) return undefined;
  const span = { from: Number(from), to: Number(to) };
  return span.from >= 0 && span.from <= span.to && Number.isFinite(span.to) ? span : undefined;
}
