// @ts-check
// What Expressive Code is given as functions: its component `<Code>` takes none from the configuration of Astro.
import { defineEcConfig } from '@astrojs/starlight/expressive-code';
import { createTokenPlugin } from './src/site/theme/code-tokens.ts';

export default defineEcConfig({ shiki: false, plugins: [createTokenPlugin()] });
