/** What an interview will be before it starts: its sections, and the seed by which its questions are drawn. */
import { openLog } from '../browser/study.ts';
import { findAttempts } from '../domain/exercise-attempt.ts';
import { buildInterview, readChoices } from '../domain/interview/build-interview.ts';
import {
  avoidBySeed,
  type DrawnItem,
  type DrawPool,
  type DrawSection,
  drawInterview,
} from '../domain/interview/draw.ts';
import { findInterviews, findWellAnswered } from '../domain/interview/interview-record.ts';
import type { SessionPlan } from '../domain/interview/session.ts';
import type { InterviewData } from './interview-data.ts';

const DAY = 24 * 60 * 60_000;
/** For so many days nobody is asked again what they answered well. */
const LATELY = 30;
const SEED_LENGTH = 6;

export type SetupSection = DrawSection & { readonly title: string; readonly minutes: number };

export interface Setup {
  readonly sections: readonly SetupSection[];
  readonly pool: DrawPool;
  /** What the address says of an interview of one's own. */
  readonly query: string;
}

export function prepare(data: InterviewData, questions: DrawPool['questions']): Setup {
  const pool = { questions, exercises: data.exercises };
  if (data.sections !== undefined) return { sections: data.sections, pool, query: '' };
  const query = new URLSearchParams(location.search);
  query.delete('seed');
  const own = buildInterview(
    readChoices(query, data.tags),
    data.areas.map(({ id }) => id),
  );
  const titleOf = (area: string | undefined, isCode: boolean) =>
    data.areas.find(({ id }) => id === area)?.title ?? data.words[isCode ? 'codingTitle' : 'mixed'] ?? '';
  const sections = own.map((section) => ({ ...section, title: titleOf(section.area, section.coding !== undefined) }));
  return { sections, pool, query: query.toString() };
}

/** A seed of chance that leaves out what the reader has answered well lately, and problems that they have solved. */
export async function chooseSeed({ sections, pool }: Setup): Promise<string> {
  const base = Array.from({ length: SEED_LENGTH }, () => Math.floor(Math.random() * 36).toString(36)).join('');
  const isKnown = await readKnown().catch((error: unknown) => {
    console.error('What was asked before could not be read:', error);
    return () => false;
  });
  return avoidBySeed(sections, pool, base, isKnown);
}

export function draw({ sections, pool }: Setup, seed: string): SessionPlan['sections'] {
  const drawn = drawInterview(sections, pool, seed);
  return sections.map(({ id, title, minutes }, index) => ({ id, title, minutes, items: drawn[index]?.items ?? [] }));
}

async function readKnown(): Promise<(item: DrawnItem) => boolean> {
  const log = await (await openLog()).read();
  const known = findWellAnswered(findInterviews(log), Date.now() - LATELY * DAY);
  const attempts = findAttempts(log);
  return ({ kind, key }) => known.has(key) || (kind === 'exercise' && attempts.get(key)?.state === 'solved');
}
