/** An exercise: a folder `content/exercises/<id>/` whose `exercise.yaml` says what it is and whose other files are given. */
import { z } from 'astro/zod';
import { createTextField, draftField, idField, type Languages, LEVELS, pageReferenceField, wasField } from './field.ts';

/** What the reader writes, and what runs it. */
export const EXERCISE_LANGUAGES = ['python', 'sql'] as const;
export type ExerciseLanguage = (typeof EXERCISE_LANGUAGES)[number];

export function createExerciseSchema(languages: Languages) {
  const text = createTextField(languages);
  return z
    .strictObject({
      /** The name of the folder. */
      id: idField,
      was: wasField,
      draft: draftField,
      title: text,
      description: text,
      level: z.enum(LEVELS),
      minutes: z.number().int().positive(),
      order: z.number().int().optional(),
      language: z.enum(EXERCISE_LANGUAGES).default('python'),
      /** Whether the solution is open from the start, to be read and changed. */
      worked: z.boolean().default(false),
      /** Pages that teach what it takes. */
      notes: z.array(pageReferenceField).min(1),
      tags: z.array(idField).optional(),
      /** In the page, or on the reader's own machine with packages and services. */
      runs: z.enum(['page', 'cpython']).default('page'),
      /** Packages for pip, pinned: `aiohttp==3.13.2`. */
      packages: z.array(z.string().regex(/^[\w.-]+(\[[\w,-]+\])?==[\w.]+$/, 'pin it: aiohttp==3.13.2')).optional(),
    })
    .meta({ renamed: { difficulty: 'level', prerequisites: 'notes', slug: 'id' } });
}

export type Exercise = z.output<ReturnType<typeof createExerciseSchema>>;
