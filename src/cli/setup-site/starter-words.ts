/** The words of what a site begins with, by language. */
import type { Kind } from '../new/kind.ts';
import { EN } from './words/en.ts';
import { ES } from './words/es.ts';
import { PT_BR } from './words/pt-br.ts';

/** A thing to begin with: where it lies, in the words of the main language, and what it is called. */
export interface StarterThing {
  readonly place: string;
  readonly title: string;
}

export interface StarterWords {
  /** What the site is, in one sentence. */
  describe(title: string): string;
  readonly home: {
    readonly description: string;
    /** Below the title. */
    readonly text: string;
  };
  readonly things: Readonly<Record<Exclude<Kind, 'questions'>, StarterThing>>;
  readonly resource: { readonly title: string; readonly url: string; readonly lang: string; readonly why: string };
  /** What the sources of the example note are for. */
  readonly supports: string;
  /** What each command does, and what stands before the name of the engine. */
  readonly readme: Readonly<Record<'start' | 'dev' | 'new' | 'check' | 'test' | 'credit', string>>;
}

/**
 * @param lang BCP 47 tag
 * @returns `undefined` for a language that has no words here: a site begins without examples then
 */
export function findStarterWords(lang: string): StarterWords | undefined {
  const [language = ''] = lang.toLowerCase().split('-');
  return { en: EN, es: ES, pt: PT_BR }[language];
}
