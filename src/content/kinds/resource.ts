/** Books, sites, videos and links, `content/resources.yaml`: a list, each entry with why it is worth the time. */
import { z } from 'astro/zod';
import { createTextField, dayField, idField, type Languages, LEVELS, wasField } from './field.ts';

export const RESOURCE_KINDS = ['book', 'course', 'docs', 'article', 'video', 'tool', 'community'] as const;
export const RESOURCE_COSTS = ['free', 'mixed', 'paid'] as const;

export function createResourcesSchema(languages: Languages) {
  const text = createTextField(languages);
  const resource = z
    .strictObject({
      id: idField,
      was: wasField,
      title: text,
      url: z.url(),
      kind: z.enum(RESOURCE_KINDS),
      /** The first is where it stands on the page: an area's, or one of its own. */
      topics: z.array(idField).min(1),
      level: z.enum(LEVELS),
      /** The language it is written or spoken in, as a tag. */
      lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'write a language tag such as en or pt-BR'),
      cost: z.enum(RESOURCE_COSTS),
      /** One sentence of our own. */
      why: text,
      /** When somebody last made sure of it. */
      checkedOn: dayField,
      /** Where it was before it moved. */
      formerUrl: z.url().optional(),
    })
    .meta({ renamed: { tags: 'topics', type: 'kind', language: 'lang', price: 'cost', link: 'url' } });
  return z.array(resource);
}

export type Resource = z.output<ReturnType<typeof createResourcesSchema>>[number];
