/**
 * Questions of mock interviews, `content/questions/<area>.yaml`: one list for an area. What readers answered is kept under
 * `<area>/<id>`.
 */
import { z } from 'astro/zod';
import { createTextField, idField, type Languages, LEVELS, pageReferenceField, wasField } from './field.ts';

export function createQuestionsSchema(languages: Languages) {
  const text = createTextField(languages);
  const question = z
    .strictObject({
      id: idField,
      was: wasField,
      question: text,
      level: z.enum(LEVELS),
      /** What a strong answer contains, each point to be ticked by who listens. */
      strong: z.array(text).min(1),
      /** What separates a senior's answer. */
      followUps: z.array(text).min(1).optional(),
      /** What should worry an interviewer, and why. */
      redFlag: text.optional(),
      /** Pages that teach it, or parts of them; the first is its topic. */
      notes: z.array(pageReferenceField).min(1),
    })
    .meta({ renamed: { answer: 'strong', text: 'question', difficulty: 'level', links: 'notes', tags: 'notes' } });
  return z.array(question).min(1);
}

export type QuestionEntry = z.output<ReturnType<typeof createQuestionsSchema>>[number];
