import { defineCollection } from 'astro:content';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { docsEntrySchema, interfaceWordsSchema } from './src/site/collections.ts';
import { studyDocsLoader } from './src/site/docs-loader.ts';

export const collections = {
  docs: defineCollection({ loader: studyDocsLoader(), schema: docsEntrySchema }),
  i18n: defineCollection({ loader: i18nLoader(), schema: interfaceWordsSchema }),
};
