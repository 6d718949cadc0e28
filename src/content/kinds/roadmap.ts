/** A roadmap, `content/roadmaps/<id>.yaml`: stages in order, each with items to tick that lead to where they are taught. */
import { z } from 'astro/zod';
import { createHeadFields, createTextField, idField, type Languages, pageReferenceField, wasField } from './field.ts';

const hours = z.union([z.number().positive(), z.tuple([z.number().positive(), z.number().positive()])], {
  error: 'write hours, 4, or a range, [100, 150]',
});

export function createRoadmapSchema(languages: Languages) {
  const text = createTextField(languages);
  /** Leads to one place at least, so that no item is a bare line. */
  const item = z
    .strictObject({
      id: idField,
      was: wasField,
      text,
      /** A page, or a part of it. */
      note: pageReferenceField.optional(),
      exercise: idField.optional(),
      project: idField.optional(),
      interview: idField.optional(),
      /** Reading elsewhere. */
      url: z.url().optional(),
      /** Where that reading was before it moved. */
      formerUrl: z.url().optional(),
    })
    .refine(({ note, exercise, project, interview, url }) => Boolean(note ?? exercise ?? project ?? interview ?? url), {
      path: ['note'],
      error: 'lead the reader somewhere: add note, exercise, project, interview or url',
    });
  const section = z.strictObject({
    id: idField,
    was: wasField,
    title: text,
    hours: hours.optional(),
    items: z.array(item).min(1),
  });
  const stage = z
    .strictObject({
      id: idField,
      was: wasField,
      title: text,
      description: text.optional(),
      hours: hours.optional(),
      /** Flashcards to review on that day. */
      cards: z.number().int().positive().optional(),
      items: z.array(item).min(1).optional(),
      sections: z.array(section).min(1).optional(),
    })
    .meta({ renamed: { steps: 'items', topics: 'items' } })
    .refine((entry) => entry.items !== undefined || entry.sections !== undefined, {
      path: ['items'],
      error: 'give the stage items, or sections with items',
    });
  return z.strictObject({
    ...createHeadFields(text),
    /** What a stage is called and how it is planned. */
    stagesAre: z.enum(['days', 'levels', 'phases']),
    /** How long the whole takes, in words. */
    duration: text.optional(),
    hours: hours.optional(),
    /** How many of its projects a reader should finish. */
    projectAim: z.int().positive().optional(),
    stages: z.array(stage).min(1),
  });
}

export type Roadmap = z.output<ReturnType<typeof createRoadmapSchema>>;
