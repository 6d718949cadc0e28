/**
 * A mock interview, `content/interviews/<id>.yaml`: timed sections, each of which draws questions from
 * `content/questions`, or exercises to solve.
 */
import { z } from 'astro/zod';
import { OWN_INTERVIEW } from '../../domain/interview/interview-event.ts';
import { interviewPath, QUESTIONS } from '../interview-path.ts';
import {
  createHeadFields,
  createTextField,
  idField,
  type Languages,
  LEVELS,
  pageReferenceField,
  wasField,
} from './field.ts';

const count = z.number().int().positive();
const MINUTES = 180;

/** What is drawn from: all questions, or those of some areas or notes. */
const draw = z
  .strictObject({
    areas: z.array(idField).min(1).optional(),
    notes: z.array(pageReferenceField).min(1).optional(),
    /** Of whom these are asked: questions of this level and the one below. */
    level: z.enum(LEVELS).optional(),
    count,
  })
  .meta({ renamed: { area: 'areas', topics: 'notes', difficulty: 'level', questions: 'count' } });

const coding = z.strictObject({ tag: idField, count }).meta({ renamed: { tags: 'tag', exercises: 'count' } });

export function createInterviewSchema(languages: Languages) {
  const text = createTextField(languages);
  const section = z
    .strictObject({
      id: idField,
      was: wasField,
      title: text,
      minutes: z.number().int().positive().max(MINUTES),
      draw: draw.optional(),
      coding: coding.optional(),
    })
    .meta({ renamed: { questions: 'draw', exercises: 'coding', duration: 'minutes' } })
    .refine((entry) => (entry.draw === undefined) !== (entry.coding === undefined), {
      path: ['draw'],
      error: 'give the section one of the two: draw, for questions, or coding, for exercises',
    });
  return z
    .strictObject({ ...createHeadFields(text), sections: z.array(section).min(1) })
    .refine(({ id }) => id !== OWN_INTERVIEW, {
      path: ['id'],
      error: `"${OWN_INTERVIEW}" is the interview that readers put together: choose another`,
    })
    .refine(({ id }) => interviewPath(id) !== QUESTIONS, {
      path: ['id'],
      error: `"${QUESTIONS}" is the page of all questions: choose another id`,
    });
}

export type Interview = z.output<ReturnType<typeof createInterviewSchema>>;
