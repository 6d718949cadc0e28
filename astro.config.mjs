// @ts-check
import { defineConfig } from 'astro/config';
import site from './site.config.ts';
import { createAstroConfig } from './src/site/astro-config.ts';

export default defineConfig(createAstroConfig(site, import.meta.dirname));
