/** Starlight's collections with our fields: strict frontmatter, complete interface words. */

import type { SchemaContext } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import { findFrontmatterProblems, studyFields } from '../content/frontmatter.ts';
import { INTERFACE_KEYS } from '../content/interface-words.ts';

const createDocsSchema = docsSchema({ extend: z.object(studyFields) });

/** Frontmatter of a page: Starlight's fields and ours, no others. */
export const docsEntrySchema = (context: SchemaContext) =>
  createDocsSchema(context)
    .strict()
    .superRefine((data, refinement) => {
      for (const [field, message] of findFrontmatterProblems(data)) {
        refinement.addIssue({ code: 'custom', path: [field], message: `${field} ${message}` });
      }
    });

/** Every interface word, required in each language, so that `t('study.…')` is typed and complete. */
export const interfaceWordsSchema = i18nSchema({
  extend: z.object(
    Object.fromEntries(INTERFACE_KEYS.map((key) => [key, z.string()])) as Record<
      (typeof INTERFACE_KEYS)[number],
      z.ZodString
    >,
  ),
});
