import { defineCollection } from 'astro:content';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsEntrySchema, interfaceWordsSchema } from './src/site/collections.ts';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsEntrySchema }),
  i18n: defineCollection({ loader: i18nLoader(), schema: interfaceWordsSchema }),
};
