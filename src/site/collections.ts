/** Starlight's collections with our fields: strict frontmatter, complete interface words. */

import type { SchemaContext } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import { INTERFACE_KEYS } from '../content/interface-keys.ts';
import { type pageFields, studyFields } from '../content/kinds/page.ts';

const createDocsSchema = docsSchema({ extend: z.object(studyFields) });

/** Frontmatter of a page: Starlight's fields and ours, no others. The content check says more, and says it first. */
export const docsEntrySchema = (context: SchemaContext) => createDocsSchema(context).strict();

/** The check must know every field that Starlight does, or it would refuse it: this fails to compile where it does not. */
type UnknownField = Exclude<keyof z.input<ReturnType<typeof docsEntrySchema>>, keyof typeof pageFields>;
true satisfies [UnknownField] extends [never] ? true : UnknownField;

/** Every interface word, required in each language, so that `t('study.…')` is typed and complete. */
export const interfaceWordsSchema = i18nSchema({
  extend: z.object(
    Object.fromEntries(INTERFACE_KEYS.map((key) => [key, z.string()])) as Record<
      (typeof INTERFACE_KEYS)[number],
      z.ZodString
    >,
  ),
});
