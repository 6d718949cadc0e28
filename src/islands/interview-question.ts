/**
 * The questions of an interview. They stand in the page for readers without a script, in a `<noscript>`: a browser that runs
 * scripts takes it for text and makes no elements of hundreds of questions, and nobody sees an answer before the question.
 */
import type { DrawableQuestion } from '../domain/interview/draw-criteria.ts';
import { LEVELS } from '../domain/level.ts';

export interface PageQuestion extends DrawableQuestion {
  /** As text, for the log. */
  readonly text: string;
  /** What is shown; every call makes it anew. */
  readonly question: () => Node;
  readonly strong: readonly (() => Node)[];
  readonly followUps: readonly (() => Node)[];
  readonly redFlag: (() => Node) | undefined;
}

export function readQuestionsOfPage(): PageQuestion[] {
  const html = document.getElementById('study-interview-questions')?.textContent ?? '';
  const page = new DOMParser().parseFromString(html, 'text/html');
  return [...page.querySelectorAll<HTMLElement>('[data-key]')].map(readQuestion);
}

function readQuestion(item: HTMLElement): PageQuestion {
  const { key = '', level = '', notes = '' } = item.dataset;
  const question = item.querySelector('[data-part="question"]');
  const redFlag = item.querySelector('[data-part="red-flag"]');
  return {
    key,
    level: LEVELS.find((known) => known === level) ?? 'senior',
    notes: notes.split(' ').filter(Boolean),
    text: question?.textContent?.trim() ?? '',
    question: contentOf(question),
    strong: [...item.querySelectorAll('[data-part="strong"] > li')].map(contentOf),
    followUps: [...item.querySelectorAll('[data-part="follow-ups"] > li')].map(contentOf),
    redFlag: redFlag === null ? undefined : contentOf(redFlag),
  };
}

function contentOf(element: Element | null): () => Node {
  return () => {
    const fragment = document.createDocumentFragment();
    for (const node of element?.childNodes ?? []) fragment.append(document.importNode(node, true));
    return fragment;
  };
}
