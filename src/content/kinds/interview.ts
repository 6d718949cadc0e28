/** A mock interview, `content/interviews/<id>.yaml`: timed sections of questions, each with what a strong answer contains. */
import { z } from 'astro/zod';
import { createTextField, draftField, idField, type Languages, LEVELS, pageReferenceField, wasField } from './field.ts';

export function createInterviewSchema(languages: Languages) {
  const text = createTextField(languages);
  const question = z
    .strictObject({
      id: idField,
      was: wasField,
      question: text,
      level: z.enum(LEVELS),
      /** What a strong answer contains. */
      strong: z.array(text).min(1),
      /** What separates a senior's answer. */
      followUps: z.array(text).optional(),
      redFlag: text.optional(),
      /** Pages that teach it. */
      notes: z.array(pageReferenceField).min(1),
    })
    .meta({ renamed: { answer: 'strong', text: 'question', difficulty: 'level', links: 'notes' } });
  return z.strictObject({
    id: idField,
    was: wasField,
    draft: draftField,
    title: text,
    description: text,
    order: z.number().int().optional(),
    sections: z
      .array(
        z.strictObject({
          id: idField,
          was: wasField,
          title: text,
          minutes: z.number().int().positive(),
          questions: z.array(question).min(1),
        }),
      )
      .min(1),
  });
}

export type Interview = z.output<ReturnType<typeof createInterviewSchema>>;
