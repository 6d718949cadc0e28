import { defineCollection } from 'astro:content';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { docsEntrySchema, interfaceWordsSchema } from './src/site/collections.ts';
import { studyDocsLoader } from './src/site/docs-loader.ts';
import { loadLive } from './src/site/live-collection.ts';

export const collections = {
  docs: defineCollection({ loader: studyDocsLoader(), schema: docsEntrySchema }),
  i18n: defineCollection({ loader: loadLive(i18nLoader()), schema: interfaceWordsSchema }),
};
