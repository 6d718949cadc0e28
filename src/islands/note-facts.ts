/** What the progress page knows of all notes: written once, into `<study-changes>`, for whoever lists them. */
import { readData } from './page-words.ts';

export interface NoteFacts {
  readonly token: string;
  readonly href: string;
  readonly title: string;
  readonly lang: string;
  readonly revision: string;
  /** Id and title of each section, both empty where they are not known, and its id in the main language where that differs. */
  readonly sections: readonly (readonly [id: string, title: string, original?: string])[];
}

export function readNoteFacts(): readonly NoteFacts[] {
  const host = document.querySelector<HTMLElement>('study-changes');
  return host === null ? [] : readData<{ notes: readonly NoteFacts[] }>(host).notes;
}
