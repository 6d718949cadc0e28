/** Fields that several kinds of content have. */
import { z } from 'astro/zod';

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Permanent and the same in every language; readers' progress is kept under it. `lru-cache` */
export const idField = z.string().refine((text) => NAME.test(text), {
  error: 'write lower-case letters, digits and hyphens, such as lru-cache',
  params: { code: 'id-form' },
});

/** Id of a page: names with slashes between them. `python-internals/gil` */
export const pageIdField = z.string().refine(isPageId, {
  error: 'write lower-case letters, digits, hyphens and slashes, such as python-internals/gil',
  params: { code: 'id-form' },
});

/** A page, or a heading or checklist item of it: `python-internals/gil#what-the-lock-guards`. */
export const pageReferenceField = z.string().refine((text) => isPageId(text.split('#')[0] ?? ''), {
  error: 'write the id of a page, such as python-internals/gil, or of a part of it, python-internals/gil#part',
  params: { code: 'id-form' },
});

function isPageId(text: string): boolean {
  return text.split('/').every((name) => NAME.test(name));
}

export { LEVELS, type Level } from '../../domain/level.ts';

/** A day. YAML readers of the older standard make a date of it, others leave it a text. */
export const dayField = z
  .custom<string | Date>(isDay, { error: 'write a day as 2026-11-24' })
  .transform((day) => new Date(day));

function isDay(value: unknown): boolean {
  if (value instanceof Date) return true;
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** Texts of one thing by language: the main language under its tag, the others under their folder. */
export type LocalizedText = Readonly<Record<string, string>>;

/** Keys of the texts that stand in data files. */
export interface Languages {
  /** Tag of the main language, `en`. */
  readonly main: string;
  /** Folders of the other languages, `es` and `pt-br`. */
  readonly others: readonly string[];
}

/** A text for readers: plain where the site has it in its main language only, or `{ en: …, es: … }`. */
export function createTextField({ main, others }: Languages): z.ZodType<LocalizedText> {
  const text = z.string().trim().min(1, 'write a text');
  const byLanguage = z.strictObject(
    {
      [main]: text,
      ...Object.fromEntries(others.map((locale) => [locale, text.optional()])),
    },
    // What a text has been made of before is a mapping, which no writer would think of.
    {
      error: ({ code, input }) =>
        code === 'invalid_type' && input !== undefined
          ? 'write a text; one that looks like a number has quotes'
          : undefined,
    },
  );
  return z.preprocess(
    (value) => (typeof value === 'string' ? { [main]: value } : value),
    byLanguage as z.ZodType<LocalizedText>,
  );
}

/** Published nowhere while it is true. */
const draftField = z.boolean().optional();

/** Former ids, so that what readers did under them is still found. */
export const wasField = z.array(idField).min(1).optional();

/** What everything that becomes a page says of itself. @param text of createTextField */
export function createHeadFields(text: z.ZodType<LocalizedText>) {
  return {
    id: idField,
    was: wasField,
    draft: draftField,
    title: text,
    description: text,
    /** Place among its like. */
    order: z.number().int().optional(),
  };
}
