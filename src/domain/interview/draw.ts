/**
 * What an interview asks, drawn by a seed: the same seed and the same questions give the same interview, on every device.
 *
 * A draw knows nothing of its reader, or a link could not be shared. Where somebody is not to be asked again what they
 * answered well lately, the seed itself says which draws are passed over: `k7f3q9` draws the first that come, `k7f3q9-01`
 * passes over one before the second. One digit of base 36 for each thing that is drawn, zeros at the end left out.
 *
 * What comes first is an order of the keys that the seed gives, not a place in a file: adding a question changes at most
 * what it takes the place of.
 */
import { createChecksum } from '../checksum.ts';
import { areaOfQuestion, type DrawableQuestion, type DrawCriteria, isAskable, topicOf } from './draw-criteria.ts';

export interface DrawableExercise {
  readonly id: string;
  readonly tags: readonly string[];
}

/** A section that asks questions, or one that gives exercises. */
export interface DrawSection {
  readonly id: string;
  readonly draw?: (DrawCriteria & { readonly count: number }) | undefined;
  readonly coding?: { readonly tag: string; readonly count: number } | undefined;
}

export interface DrawPool {
  readonly questions: readonly DrawableQuestion[];
  readonly exercises: readonly DrawableExercise[];
}

/** One thing that was drawn: a question by its key, or an exercise by its id. */
export interface DrawnItem {
  readonly kind: 'question' | 'exercise';
  readonly key: string;
}

export interface DrawnSection {
  readonly id: string;
  readonly items: readonly DrawnItem[];
}

const DIGITS = 36;
const SEED = /^([^-]*)(?:-([0-9a-z]*))?$/;
const MIX = 0x85ebca6b;

export function drawInterview(sections: readonly DrawSection[], pool: DrawPool, seed: string): DrawnSection[] {
  const [, base = seed, passed = ''] = SEED.exec(seed) ?? [];
  return drawAll(sections, pool, base, (place) => Number.parseInt(passed[place] ?? '0', DIGITS));
}

/**
 * The seed that draws as `base` does, but passes over what is to be avoided as long as there is something else.
 * @param base without a hyphen
 */
export function avoidBySeed(
  sections: readonly DrawSection[],
  pool: DrawPool,
  base: string,
  isAvoided: (item: DrawnItem) => boolean,
): string {
  const passed: number[] = [];
  drawAll(sections, pool, base, (_, candidates) => {
    const free = candidates.slice(0, DIGITS).findIndex((item) => !isAvoided(item));
    passed.push(Math.max(0, free));
    return passed.at(-1) ?? 0;
  });
  const digits = passed.map((count) => count.toString(DIGITS)).join('');
  const suffix = digits.replace(/0+$/, '');
  return suffix === '' ? base : `${base}-${suffix}`;
}

/** A seed that somebody typed or followed a link to; `undefined` where it is none. */
export function readSeed(text: string | null): string | undefined {
  const seed = text?.trim().toLowerCase() ?? '';
  return /^[0-9a-z]{1,16}(-[0-9a-z]{1,60})?$/.test(seed) ? seed : undefined;
}

type Choose = (place: number, candidates: readonly DrawnItem[]) => number;

function drawAll(sections: readonly DrawSection[], pool: DrawPool, base: string, choose: Choose): DrawnSection[] {
  const taken = new Set<string>();
  let place = 0;
  const take = (candidates: readonly DrawnItem[]): DrawnItem | undefined => {
    const item = candidates[choose(place, candidates)] ?? candidates[0];
    place += 1;
    if (item) taken.add(nameOf(item));
    return item;
  };
  return sections.map((section) => ({
    id: section.id,
    items: [...drawQuestions(section, pool, base, taken, take), ...drawExercises(section, pool, base, taken, take)],
  }));
}

type Take = (candidates: readonly DrawnItem[]) => DrawnItem | undefined;

/** Areas take turns, then the topics within them, so that three questions are not all about one note. */
function drawQuestions(
  { id, draw }: DrawSection,
  { questions }: DrawPool,
  base: string,
  taken: ReadonlySet<string>,
  take: Take,
): DrawnItem[] {
  if (draw === undefined) return [];
  const candidates = questions
    .filter((question) => isAskable(question, draw))
    .map((question) => ({
      item: { kind: 'question', key: question.key } as const,
      area: areaOfQuestion(question.key),
      topic: topicOf(question),
      rank: rankOf(base, id, question.key),
    }))
    .sort((a, b) => a.rank - b.rank || compare(a.item, b.item));
  const asked = new Map<string, number>();
  const timesOf = (name: string) => asked.get(name) ?? 0;
  const items: DrawnItem[] = [];
  while (items.length < draw.count) {
    // What is equal stays in the order of the ranks.
    const left = candidates
      .filter(({ item }) => !taken.has(nameOf(item)))
      .map((candidate) => ({
        ...candidate,
        ofArea: timesOf(`area ${candidate.area}`),
        ofTopic: timesOf(`topic ${candidate.topic}`),
      }))
      .sort((a, b) => a.ofArea - b.ofArea || a.ofTopic - b.ofTopic);
    const item = take(left.map((candidate) => candidate.item));
    const found = left.find((candidate) => candidate.item === item);
    if (item === undefined || found === undefined) break;
    asked.set(`area ${found.area}`, found.ofArea + 1);
    asked.set(`topic ${found.topic}`, found.ofTopic + 1);
    items.push(item);
  }
  return items;
}

function drawExercises(
  { id, coding }: DrawSection,
  { exercises }: DrawPool,
  base: string,
  taken: ReadonlySet<string>,
  take: Take,
): DrawnItem[] {
  if (coding === undefined) return [];
  const candidates = exercises
    .filter(({ tags }) => tags.includes(coding.tag))
    .map((exercise) => ({ kind: 'exercise', key: exercise.id }) as const)
    .sort((a, b) => rankOf(base, id, a.key) - rankOf(base, id, b.key) || compare(a, b));
  const items: DrawnItem[] = [];
  while (items.length < coding.count) {
    const item = take(candidates.filter((candidate) => !taken.has(nameOf(candidate))));
    if (item === undefined) break;
    items.push(item);
  }
  return items;
}

/** 32 bits that look like chance. The checksum alone would keep keys together that differ in their last letters only. */
function rankOf(base: string, section: string, key: string): number {
  const checksum = createChecksum();
  checksum.add(`${base}\u007f${section}\u007f${key}`);
  let mixed = Number.parseInt(checksum.value(), 16);
  mixed = Math.imul(mixed ^ (mixed >>> 16), MIX);
  mixed = Math.imul(mixed ^ (mixed >>> 13), MIX);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function nameOf({ kind, key }: DrawnItem): string {
  return `${kind} ${key}`;
}

function compare(a: DrawnItem, b: DrawnItem): number {
  return a.key < b.key ? -1 : 1;
}
