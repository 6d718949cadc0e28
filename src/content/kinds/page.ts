/** Frontmatter of a page. With a level it is a note, the overview of its folder is an area, anything else a plain page. */
import { z } from 'astro/zod';
import { AREA_COLORS } from '../area-color.ts';
import { dayField, idField, LEVELS, pageIdField } from './field.ts';

const COLOR_HINT = `write the number of a color of the palette, 1 to ${AREA_COLORS}`;

/** What a page says of itself beyond what Starlight knows. */
export const studyFields = {
  /** Permanent, the same in every language: progress is stored under it. `npm run ids` writes it. */
  id: pageIdField.optional(),
  /** Former ids of this page. */
  was: z.array(pageIdField).min(1).optional(),
  /** Former ids of its checklist items, by their present one: `{ explain-gil: [explain-lock] }`; of another page, `[other/page#item]`. */
  wasItems: z.record(idField, z.array(z.string()).min(1)).optional(),
  /** Place among its siblings; pages without one come last, by title. */
  order: z.number().int().optional(),
  /** Of an area's overview: which color of the palette the area has. Without it, the one at the area's place. */
  color: z.int(COLOR_HINT).min(1, COLOR_HINT).max(AREA_COLORS, COLOR_HINT).optional(),
  /** Given for notes only, and what makes a page a note. */
  level: z.enum(LEVELS).optional(),
  /** Honest reading time, running the blocks included. */
  minutes: z.number().int().positive().optional(),
  /** Ids of the notes to read before. */
  requires: z.array(pageIdField).optional(),
  /** Ids of the notes that build on this one. */
  leadsTo: z.array(pageIdField).optional(),
  /** When, and against which versions, the claims were checked. */
  verified: z.strictObject({ date: dayField, versions: z.array(z.string().min(1)).min(1) }).optional(),
  /** What the claims rest on. */
  sources: z.array(z.strictObject({ title: z.string().min(1), url: z.url(), supports: z.string().min(1) })).optional(),
  /** In a translation: hash of each section of the original that it was made from, by heading. `npm run translated` writes it. */
  translated: z.record(z.string(), z.string().regex(/^[0-9a-f]{8}$/, 'let npm run translated write it')).optional(),
} as const;

/** Starlight's own fields, as its documentation lists them. Astro checks what is inside the looser ones. */
const starlightFields = {
  title: z.string().trim().min(1, 'write a title'),
  description: z.string().trim().min(1, 'write a sentence').optional(),
  editUrl: z.union([z.url(), z.boolean()]).optional(),
  head: z.array(z.looseObject({ tag: z.string() })).optional(),
  tableOfContents: z
    .union([z.boolean(), z.strictObject({ minHeadingLevel: z.int().optional(), maxHeadingLevel: z.int().optional() })])
    .optional(),
  template: z.enum(['doc', 'splash']).optional(),
  hero: z.looseObject({}).optional(),
  lastUpdated: z.union([z.boolean(), dayField]).optional(),
  prev: z.union([z.boolean(), z.string(), z.looseObject({})]).optional(),
  next: z.union([z.boolean(), z.string(), z.looseObject({})]).optional(),
  sidebar: z.looseObject({}).optional(),
  banner: z.strictObject({ content: z.string() }).optional(),
  pagefind: z.boolean().optional(),
  draft: z.boolean().optional(),
  slug: z.never({ error: 'take it out and name the file as the address should read' }).optional(),
} as const;

/** What other systems call the same thing. */
const RENAMED = {
  difficulty: 'level',
  duration: 'minutes',
  readingTime: 'minutes',
  prerequisites: 'requires',
  leads_to: 'leadsTo',
  'leads-to': 'leadsTo',
  references: 'sources',
  aliases: 'was',
  weight: 'order',
  sidebar_position: 'order',
  updated: 'lastUpdated',
  summary: 'description',
  toc: 'tableOfContents',
} as const;

export const pageFields = { ...starlightFields, ...studyFields } as const;

/** Whether a note has all that a note needs is for `checkNote` to say, so that everything is said at once. */
export const pageSchema = z.strictObject(pageFields).meta({ renamed: RENAMED });

export type PageData = z.output<typeof pageSchema>;
