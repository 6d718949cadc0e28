/** The contract of a note's frontmatter. Strict: an unknown key fails the build instead of vanishing. */
import { z } from 'astro/zod';

/** How much a reader should already know, from least to most. */
export const LEVELS = ['beginner', 'intermediate', 'senior'] as const;
export type Level = (typeof LEVELS)[number];

const noteId = z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, 'write an id such as python-internals/gil');

/** What a page says about itself beyond its title and description. */
export const studyFields = {
  /** Permanent, the same in every language; progress is stored under it. Default: the path, which changes when the file moves. */
  id: noteId.optional(),
  /** Place among its siblings; pages without one come last, by title. */
  order: z.number().int().optional(),
  /** Given for notes only, and what makes a page a note. */
  level: z.enum(LEVELS).optional(),
  /** Honest reading time, running the blocks included. */
  minutes: z.number().int().positive().optional(),
  /** Ids of the notes to read before. */
  requires: z.array(noteId).optional(),
  /** Ids of the notes that build on this one. */
  leadsTo: z.array(noteId).optional(),
  /** When, and against which versions, the claims were checked. */
  verified: z.strictObject({ date: z.coerce.date(), versions: z.array(z.string()).min(1) }).optional(),
  /** What the claims rest on. */
  sources: z
    .array(z.strictObject({ title: z.string(), url: z.url(), supports: z.string() }))
    .min(3, 'name at least three sources')
    .optional(),
} as const;

const NOTE_FIELDS = ['description', 'minutes', 'verified', 'sources'] as const;
const MAX_DESCRIPTION = 160;

/** What is wrong with a page's frontmatter beyond the type of each field: `[field, message]` for each problem. */
export function findFrontmatterProblems(data: Readonly<Record<string, unknown>>): [field: string, message: string][] {
  const problems: [string, string][] = [];
  const { description, level } = data;
  if (typeof description === 'string' && description.length > MAX_DESCRIPTION) {
    problems.push([
      'description',
      `has ${description.length} characters; search engines cut it after ${MAX_DESCRIPTION}`,
    ]);
  }
  if (level !== undefined) {
    for (const field of NOTE_FIELDS) {
      if (data[field] === undefined) problems.push([field, 'is missing; a page with a level is a note and needs it']);
    }
  }
  return problems;
}
