/** The words of stubs, by language: what belongs where, said to whoever writes it. */
import { EN } from './words/en.ts';
import { ES } from './words/es.ts';
import { PT_BR } from './words/pt-br.ts';

/** A heading, and what belongs below it. */
export interface SectionWords {
  readonly title: string;
  readonly text: string;
}

/** A table of one row, which its writer replaces. */
export interface TableWords extends SectionWords {
  readonly columns: readonly string[];
  readonly row: readonly string[];
}

/** A folded question. */
export interface QuestionWords extends SectionWords {
  readonly question: string;
  readonly answer: string;
}

export interface Words {
  readonly note: {
    readonly description: string;
    readonly summary: string;
    readonly how: SectionWords;
    readonly diagram: string;
    /** Before the command that writes the output of blocks. */
    readonly run: SectionWords;
    readonly wrong: TableWords;
    readonly production: TableWords;
    readonly can: SectionWords & { readonly item: string };
    /** Before the link to the paragraph that answers. */
    readonly check: QuestionWords & { readonly see: string };
    readonly interview: QuestionWords & { readonly followUp: string };
  };
  readonly area: {
    readonly description: string;
    readonly summary: string;
    readonly order: SectionWords;
    readonly done: SectionWords;
  };
  readonly cards: { readonly question: string; readonly answer: string; readonly cloze: string };
  readonly exercise: {
    readonly description: string;
    readonly problem: string;
    readonly task: SectionWords;
    readonly hints: readonly string[];
    readonly notes: string;
  };
  readonly project: {
    readonly description: string;
    readonly story: string;
    readonly feature: string;
    readonly skill: string;
    readonly milestone: SectionWords;
    readonly must: string;
    readonly should: string;
  };
  readonly roadmap: {
    readonly description: string;
    readonly stage: SectionWords;
    readonly item: string;
  };
  readonly interview: {
    readonly description: string;
    readonly section: string;
  };
  readonly questions: {
    readonly question: string;
    readonly strong: string;
    readonly followUp: string;
    readonly redFlag: string;
  };
}

/** @param lang BCP 47 tag; English stands in for a language that has no words here */
export function findWords(lang: string): Words {
  const tag = lang.toLowerCase();
  if (tag === 'pt-br') return PT_BR;
  return tag.split('-')[0] === 'es' ? ES : EN;
}
