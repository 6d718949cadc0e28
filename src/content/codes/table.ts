/** Every kind of problem that the content check finds. */
import { CARD_CODES } from './card.ts';
import type { CodeEntry } from './code.ts';
import { DATA_CODES } from './data.ts';
import { EXERCISE_CODES } from './exercise.ts';
import { FENCE_CODES } from './fence.ts';
import { FILE_CODES } from './file.ts';
import { ID_CODES } from './id.ts';
import { INTERVIEW_CODES } from './interview.ts';
import { LINK_CODES } from './link.ts';
import { NOTE_CODES } from './note.ts';
import { PROJECT_CODES } from './project.ts';
import { TRANSLATION_CODES } from './translation.ts';

export const CODES = {
  ...FILE_CODES,
  ...DATA_CODES,
  ...ID_CODES,
  ...LINK_CODES,
  ...FENCE_CODES,
  ...CARD_CODES,
  ...NOTE_CODES,
  ...EXERCISE_CODES,
  ...INTERVIEW_CODES,
  ...PROJECT_CODES,
  ...TRANSLATION_CODES,
} as const satisfies Readonly<Record<string, CodeEntry>>;

export type Code = keyof typeof CODES;

/** Those that only running the blocks finds. */
export const EXECUTED_CODES: readonly Code[] = ['output-missing', 'output-differs', 'timeline-differs', 'code-raised'];
