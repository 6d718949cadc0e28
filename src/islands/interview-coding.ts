/**
 * The coding part: the tasks and the workbench of an exercise's own page, without its hints and its solution. What the reader
 * does there is an attempt of that exercise.
 */
import { openLog } from '../browser/study.ts';
import { selectEvents } from '../domain/event-log.ts';
import { isExerciseEvent } from '../domain/exercise-attempt.ts';
import { createElement } from './element.ts';
import type { InterviewExercise } from './interview-data.ts';
import type { Words } from './page-words.ts';

export interface CodeResult {
  readonly passed: number;
  readonly total: number;
}

/** @param host its content is replaced */
export async function showExercise(host: HTMLElement, exercise: InterviewExercise, words: Words): Promise<void> {
  if (host.dataset.exercise === exercise.id) return;
  host.dataset.exercise = exercise.id;
  host.replaceChildren(createElement('p', { role: 'status' }, words.codeLoading ?? ''));
  try {
    const parts = await fetchParts(exercise.href);
    // The reader has gone on meanwhile.
    if (host.dataset.exercise !== exercise.id) return;
    document.getElementById('study-exercise')?.remove();
    host.replaceChildren(...parts);
    await import('./exercise.ts');
  } catch (error) {
    console.error('The exercise could not be loaded:', error);
    const link = createElement('a', { href: exercise.href, target: '_blank' }, exercise.title);
    host.replaceChildren(createElement('p', {}, words.codeFailed ?? '', ' ', link));
  }
}

export function clearExercise(host: HTMLElement): void {
  delete host.dataset.exercise;
  host.replaceChildren();
}

/** What the tests said last, since the interview began. */
export async function findCodeResult(exercise: string, since: number): Promise<CodeResult> {
  const events = selectEvents(await (await openLog()).read(), isExerciseEvent);
  const last = events.findLast((event) => event.exercise === exercise && event.did === 'test' && event.t >= since);
  return last?.did === 'test' ? { passed: last.passed, total: last.total } : { passed: 0, total: 0 };
}

async function fetchParts(href: string): Promise<Node[]> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const work = page.querySelector('study-exercise');
  const data = page.getElementById('study-exercise');
  if (work === null || data === null) throw new Error(`${href} has no exercise`);
  borrowStyles(page);
  work.querySelector('.study-work-downloads')?.remove();
  const siblings = [...(work.parentElement?.children ?? [])];
  // Of the heading before the workbench nothing is left to say: the bar says what it is.
  const tasks = siblings.slice(0, siblings.indexOf(work) - 1);
  return [...tasks, data, work].map((element) => document.importNode(element, true));
}

/** Code in the tasks looks as on their own page. */
function borrowStyles(page: Document): void {
  for (const { href } of page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]:not([disabled])')) {
    if ([...document.styleSheets].every((sheet) => sheet.href !== href)) {
      document.head.append(createElement('link', { rel: 'stylesheet', href }));
    }
  }
}
