/**
 * Draws a timeline: one lane a task, time from left to right. A pure function from data to markup, so that a page is built
 * with the same picture that it shows after a reader's own run. `timeline.css` gives it its colors; what tells segments
 * apart is their pattern and their label.
 */
import { escapeMarkup } from './markup.ts';
import { findEnd, type Timeline, type TimelineKind, type TimelineSegment, type TimelineTask } from './timeline.ts';
import { chooseMarks, roundTime } from './timeline-scale.ts';
import { describeOutcome, describeSegment, printTable } from './timeline-table.ts';
import { fillWord, TIMELINE_LOOKS, type TimelineLook, type TimelineWords } from './timeline-words.ts';

/** In units of the drawing, which are pixels. */
const LANE = 32;
const BAR = 20;
const AXIS = 24;
const PLOT = 520;
const CHARACTER = 7.2;
const LONGEST_NAME = 24;
const MARK = 5;

const LOOKS: Readonly<Record<TimelineKind, TimelineLook>> = {
  run: 'run',
  sleep: 'sleep',
  task: 'tasks',
  tasks: 'tasks',
  future: 'tasks',
  get: 'sync',
  put: 'sync',
  join: 'sync',
  lock: 'sync',
  semaphore: 'sync',
  event: 'sync',
  condition: 'sync',
  barrier: 'sync',
  connect: 'network',
  read: 'network',
  write: 'network',
  connection: 'network',
  thread: 'thread',
};

/** What lies in a tile of 8 by 8; the others are plain. */
const TILES: Readonly<Partial<Record<TimelineLook, string>>> = {
  tasks: '<path d="M-2 2 2 -2M0 8 8 0M6 10 10 6"/>',
  sync: '<circle cx="2" cy="2" r="1.3"/><circle cx="6" cy="6" r="1.3"/>',
  network: '<path d="M0 2h8M0 6h8"/>',
  thread: '<path d="M2 0v8M6 0v8"/>',
};

/**
 * The contents of a `<figure class="study-timeline">`: picture, legend and table.
 * @param id begins the ids of the picture; no other picture of the page has it
 */
export function drawTimeline(timeline: Timeline, words: TimelineWords, id: string): string {
  const caption = escapeMarkup(words.caption);
  const more = timeline.omitted > 0 ? ` ${escapeMarkup(fillWord(words.more, { count: timeline.omitted }))}` : '';
  return [
    `<figcaption>${caption}${more}</figcaption>`,
    `<div class="study-timeline-scroll" role="group" tabindex="0" aria-label="${caption}">${drawLanes(timeline, words, id)}</div>`,
    drawLegend(timeline, words, id),
    `<details><summary>${escapeMarkup(words.asTable)}</summary>`,
    `<div class="study-timeline-scroll" role="group" tabindex="0" aria-label="${caption}">${printTable(timeline, words)}</div></details>`,
  ].join('');
}

/** What the lanes have in common. */
interface Plot {
  readonly left: number;
  readonly end: number;
  readonly id: string;
  readonly words: TimelineWords;
}

function drawLanes(timeline: Timeline, words: TimelineWords, id: string): string {
  const { tasks } = timeline;
  const longest = Math.max(4, ...tasks.map(({ name }) => shorten(name).length));
  const plot: Plot = { left: Math.ceil(longest * CHARACTER) + 12, end: findEnd(timeline), id, words };
  const height = AXIS + tasks.length * LANE;
  const margin = Math.ceil(Math.max(0, ...tasks.map((task) => endLabel(task, words).length)) * CHARACTER) + 24;
  const width = plot.left + PLOT + margin;
  const patterns = Object.entries(TILES).map(
    ([look, tile]) =>
      `<pattern id="${id}-${look}" class="tl-tile tl-${look}" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="tl-ground" width="8" height="8"/>${tile}</pattern>`,
  );
  return [
    `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeMarkup(summarize(timeline, words))}" focusable="false">`,
    `<defs>${patterns.join('')}</defs>`,
    ...chooseMarks(plot.end).map((time) => drawMark(time, height, plot)),
    ...tasks.map((task, index) => drawTask(task, AXIS + index * LANE + LANE / 2, plot)),
    '</svg>',
  ].join('');
}

/** Each task and how it ends, since a picture has one text. The table says the rest. */
function summarize({ tasks }: Timeline, words: TimelineWords): string {
  return tasks
    .map((task) => `${task.name}: ${roundTime(task.from)}–${roundTime(task.to)} s, ${describeOutcome(task, words)}`)
    .join('; ');
}

function drawMark(time: number, height: number, plot: Plot): string {
  const x = place(time, plot);
  return `<path class="tl-grid" d="M${x} ${AXIS - 4}V${height}"/><text class="tl-time" x="${x}" y="${AXIS - 9}">${time} s</text>`;
}

function drawTask(task: TimelineTask, y: number, plot: Plot): string {
  const [start, end] = [place(task.from, plot), place(task.to, plot)];
  const name = task.name === shorten(task.name) ? '' : `<title>${escapeMarkup(task.name)}</title>`;
  return [
    `<text class="tl-name" x="${plot.left - 10}" y="${y + 4}">${name}${escapeMarkup(shorten(task.name))}</text>`,
    `<path class="tl-lane" d="M${start} ${y}H${end}M${start} ${y - BAR / 2}v${BAR}"/>`,
    ...task.segments.map((segment) => drawSegment(segment, y, plot)),
    drawOutcome(task, end, y, plot.words),
  ].join('');
}

function drawSegment(segment: TimelineSegment, y: number, plot: Plot): string {
  const { words, id } = plot;
  const [x, end] = [place(segment.from, plot), place(segment.to, plot)];
  const width = Math.max(1.5, roundPixel(end - x));
  const line = segment.line === null ? '' : `, ${words.line} ${segment.line}`;
  const title = `${describeSegment(segment, words)}, ${roundTime(segment.from)}–${roundTime(segment.to)} s${line}`;
  const bar = `<rect x="${x}" y="${y - BAR / 2}" width="${width}" height="${BAR}" ${styleOf(LOOKS[segment.kind], id)}/>`;
  return `<g><title>${escapeMarkup(title)}</title>${bar}${drawLabel(segment, x + width / 2, y, width, words)}</g>`;
}

/** The longest of what there is to say that has room. */
function drawLabel(segment: TimelineSegment, x: number, y: number, width: number, words: TimelineWords): string {
  const does = words[`kind.${segment.kind}`];
  const on = segment.on === null ? does : describeSegment(segment, words);
  const at = segment.line === null ? '' : ` :${segment.line}`;
  const label = [on + at, does + at, does].find((text) => text.length * CHARACTER + 8 <= width);
  return label === undefined
    ? ''
    : `<text class="tl-label" x="${roundPixel(x)}" y="${y + 4}">${escapeMarkup(label)}</text>`;
}

/** A dot for done, a cross for failed, a bar across for cancelled, an open end for pending. */
function drawOutcome(task: TimelineTask, x: number, y: number, words: TimelineWords): string {
  const mark = {
    done: `<circle cx="${x}" cy="${y}" r="${MARK - 1}"/>`,
    failed: `<path d="M${x - MARK} ${y - MARK}l${2 * MARK} ${2 * MARK}m0 ${-2 * MARK}l${-2 * MARK} ${2 * MARK}"/>`,
    cancelled: `<path d="M${x} ${y - BAR / 2 - 2}v${BAR + 4}"/>`,
    pending: `<path d="M${x} ${y}h12" stroke-dasharray="2 3"/>`,
  }[task.outcome];
  const said = endLabel(task, words);
  const label = said === '' ? '' : `<text class="tl-end" x="${x + 10}" y="${y + 4}">${escapeMarkup(said)}</text>`;
  return `<g class="tl-outcome tl-${task.outcome}"><title>${escapeMarkup(describeOutcome(task, words))}</title>${mark}${label}</g>`;
}

function endLabel({ outcome, error }: TimelineTask, words: TimelineWords): string {
  return outcome === 'done' ? '' : (error ?? words[`outcome.${outcome}`]);
}

function drawLegend({ tasks }: Timeline, words: TimelineWords, id: string): string {
  const used = new Set(tasks.flatMap(({ segments }) => segments.map(({ kind }) => LOOKS[kind])));
  const items = TIMELINE_LOOKS.filter((look) => used.has(look)).map((look) => {
    const swatch = `<svg width="26" height="14" aria-hidden="true" focusable="false"><rect x="1" y="1" width="24" height="12" ${styleOf(look, id)}/></svg>`;
    return `<li>${swatch}${escapeMarkup(words[`look.${look}`])}</li>`;
  });
  if (items.length === 0) return '';
  const lines = `<li aria-hidden="true">${escapeMarkup(words.lines)}</li>`;
  return `<ul class="study-timeline-legend" aria-label="${escapeMarkup(words.legend)}">${items.join('')}${lines}</ul>`;
}

/** The pattern lies over the color of its look, which the style sheet gives by class. */
function styleOf(look: TimelineLook, id: string): string {
  return `class="tl-bar tl-${look}"${TILES[look] === undefined ? '' : ` fill="url(#${id}-${look})"`}`;
}

function shorten(name: string): string {
  const characters = [...name];
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…` : name;
}

function place(time: number, { left, end }: Plot): number {
  return roundPixel(left + (end === 0 ? 0 : (time / end) * PLOT));
}

function roundPixel(length: number): number {
  return Number(length.toFixed(1));
}
