/** Books, sites, videos and links, `content/resources.yaml`: a list, each entry with why it is worth the time. */
import { z } from 'astro/zod';
import { createTextField, dayField, idField, type Languages, LEVELS, wasField } from './field.ts';

export function createResourcesSchema(languages: Languages) {
  const text = createTextField(languages);
  const resource = z
    .strictObject({
      id: idField,
      was: wasField,
      title: text,
      url: z.url(),
      kind: z.enum(['book', 'course', 'docs', 'article', 'video', 'tool', 'community']),
      topics: z.array(idField).min(1),
      level: z.enum(LEVELS),
      /** The language it is written or spoken in, as a tag. */
      lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'write a language tag such as en or pt-BR'),
      cost: z.enum(['free', 'paid', 'mixed']),
      /** One sentence of our own. */
      why: text,
      /** When somebody last opened it. */
      checkedOn: dayField,
      /** Where it was before it moved. */
      formerUrl: z.url().optional(),
    })
    .meta({ renamed: { tags: 'topics', type: 'kind', language: 'lang', price: 'cost', link: 'url' } });
  return z.array(resource);
}

export type Resource = z.output<ReturnType<typeof createResourcesSchema>>[number];
