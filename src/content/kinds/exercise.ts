/** An exercise: a folder `content/exercises/<id>/` whose `exercise.yaml` says what it is and whose other files are given. */
import { z } from 'astro/zod';
import { SERVICES } from '../service.ts';
import { createHeadFields, createTextField, idField, type Languages, LEVELS, pageReferenceField } from './field.ts';

/** What the reader writes, and what runs it. */
export const EXERCISE_LANGUAGES = ['python', 'sql'] as const;
export type ExerciseLanguage = (typeof EXERCISE_LANGUAGES)[number];

/** Where it runs: in the page, or on the reader's own machine with packages and services. */
export const EXERCISE_PLACES = ['page', 'cpython'] as const;
export type ExercisePlace = (typeof EXERCISE_PLACES)[number];

export function createExerciseSchema(languages: Languages) {
  const text = createTextField(languages);
  return z
    .strictObject({
      /** The id is the name of the folder. */
      ...createHeadFields(text),
      level: z.enum(LEVELS),
      minutes: z.number().int().positive(),
      language: z.enum(EXERCISE_LANGUAGES).default('python'),
      /** Whether the solution is open from the start, to be read and changed. */
      worked: z.boolean().default(false),
      /** Pages that teach what it takes. */
      notes: z.array(pageReferenceField).min(1),
      tags: z.array(idField).optional(),
      runs: z.enum(EXERCISE_PLACES).default('page'),
      /** Packages for pip, pinned: `aiohttp==3.13.2`. */
      packages: z.array(z.string().regex(/^[\w.-]+(\[[\w,-]+\])?==[\w.]+$/, 'pin it: aiohttp==3.13.2')).optional(),
      /** Servers that the tests talk to, on the reader's own machine. */
      services: z.array(z.enum(SERVICES)).min(1).optional(),
    })
    .refine(({ runs, language }) => runs === 'page' || language === 'python', {
      path: ['runs'],
      error: 'SQL runs in the page: take runs out',
    })
    .refine(({ runs, services }) => services === undefined || runs === 'cpython', {
      path: ['services'],
      error: 'a page reaches no server: write runs: cpython, or take services out',
    })
    .meta({ renamed: { difficulty: 'level', prerequisites: 'notes', slug: 'id' } });
}

export type Exercise = z.output<ReturnType<typeof createExerciseSchema>>;
