/** An interview that readers put together themselves: so many minutes on some areas, for a level, with or without code. */
import { LEVELS, type Level } from '../level.ts';
import type { DrawSection } from './draw.ts';

export interface OwnChoices {
  /** In the order in which they are asked; none is all. */
  readonly areas: readonly string[];
  readonly minutes: number;
  readonly level: Level | undefined;
  /** Tag of the exercises, where one is wanted. */
  readonly coding: string | undefined;
}

export interface OwnSection extends DrawSection {
  readonly minutes: number;
  /** The area it is about; `undefined` where it is about several, or code. */
  readonly area: string | undefined;
}

export const OWN_MINUTES = { least: 10, most: 120, usual: 40 } as const;
/** A strong answer with a follow-up takes about as long. */
const MINUTES_A_QUESTION = 3.5;
const LEAST_OF_SECTION = 7;
const MINUTES_OF_CODE = 30;

/** @param known areas that have questions */
export function buildInterview({ areas, minutes, level, coding }: OwnChoices, known: readonly string[]): OwnSection[] {
  const wanted = areas.filter((area) => known.includes(area));
  const chosen = wanted.length > 0 ? wanted : known;
  const ofCode = coding === undefined ? 0 : Math.min(MINUTES_OF_CODE, Math.floor(minutes / 2));
  const ofTalk = minutes - ofCode;
  const isMixed = ofTalk / chosen.length < LEAST_OF_SECTION;
  const talk = isMixed
    ? [createTalk('mixed', undefined, chosen, ofTalk, level)]
    : shareOut(ofTalk, chosen.length).map((share, index) => {
        const area = chosen[index] ?? '';
        return createTalk(area, area, [area], share, level);
      });
  if (coding === undefined) return talk;
  return [...talk, { id: 'coding', area: undefined, minutes: ofCode, coding: { tag: coding, count: 1 } }];
}

/** What an address says; what it does not say, or not as it can be, is as usual. */
export function readChoices(query: URLSearchParams, tags: readonly string[]): OwnChoices {
  const minutes = Math.round(Number(query.get('minutes') ?? OWN_MINUTES.usual));
  const { least, most, usual } = OWN_MINUTES;
  return {
    areas: [...new Set(query.getAll('areas').flatMap((areas) => areas.split(',').filter(Boolean)))],
    minutes: Number.isFinite(minutes) ? Math.min(most, Math.max(least, minutes)) : usual,
    level: LEVELS.find((level) => level === query.get('level')),
    coding: tags.find((tag) => tag === query.get('coding')),
  };
}

function createTalk(
  id: string,
  area: string | undefined,
  areas: readonly string[],
  minutes: number,
  level: Level | undefined,
): OwnSection {
  const count = Math.max(1, Math.round(minutes / MINUTES_A_QUESTION));
  return { id, area, minutes, draw: { areas, level, count } };
}

/** Whole minutes that add up; the first sections get what is left over. */
function shareOut(minutes: number, parts: number): number[] {
  const each = Math.floor(minutes / parts);
  return Array.from({ length: parts }, (_, index) => each + (index < minutes % parts ? 1 : 0));
}
