/** A project, `content/projects/<id>.yaml`: something to build on one's own machine, with criteria to tick. */
import { z } from 'astro/zod';
import {
  createHeadFields,
  createTextField,
  idField,
  type Languages,
  LEVELS,
  pageReferenceField,
  wasField,
} from './field.ts';

export function createProjectSchema(languages: Languages) {
  const text = createTextField(languages);
  const texts = z.array(text).min(1);
  return z
    .strictObject({
      ...createHeadFields(text),
      level: z.enum(LEVELS),
      /** Of the roadmap from zero to senior. */
      phase: z.int().min(1).max(7).optional(),
      hours: z.number().positive(),
      /** Who needs it, and why. */
      story: text,
      features: texts,
      skills: texts,
      /** Pages to know before. */
      requires: z.array(pageReferenceField).optional(),
      milestones: z.array(z.strictObject({ id: idField, was: wasField, title: text, text })).min(1),
      /** What must be true of the result: each is ticked by itself. */
      criteria: z.array(z.strictObject({ id: idField, was: wasField, text, need: z.enum(['must', 'should']) })).min(1),
      /** What tells a senior's work. */
      signals: texts.optional(),
      stretch: texts.optional(),
      rubric: z.array(z.strictObject({ title: text, levels: z.array(text).min(2) })).optional(),
      mistakes: texts.optional(),
    })
    .meta({ renamed: { difficulty: 'level', prerequisites: 'requires', acceptance: 'criteria', goals: 'stretch' } });
}

export type Project = z.output<ReturnType<typeof createProjectSchema>>;
