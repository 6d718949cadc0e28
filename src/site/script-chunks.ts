/** Puts what every page loads into one script: a dozen files of 300 bytes cost more than the bytes that some page can do without. */
import type { AstroIntegration } from 'astro';

/** The study document and what reads it. */
const EVERYWHERE =
  /src\/(browser\/(study|annotated|timer)|domain\/(json|revision|item-token|tick|progress|study-document|local-day)|islands\/(page-words|code-lines))\.ts$/;

export function joinScripts(): AstroIntegration {
  return {
    name: 'study-script-chunks',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            environments: {
              client: {
                build: {
                  rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'study', test: EVERYWHERE }] } } },
                },
              },
            },
          },
        });
      },
    },
  };
}
