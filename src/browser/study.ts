/** The study record of this page: one store, following other tabs. */
import { createStudyStore, studyKey } from './storage/study-store.ts';

/** Words and names that the server wrote into the page for its scripts. */
export interface PageWords {
  readonly open: string;
  readonly doing: string;
  readonly done: string;
  readonly skipped: string;
  readonly menu: string;
  readonly keys: string;
  readonly state: string;
}

const element = document.getElementById('study-words');
export const words = JSON.parse(element?.textContent ?? '{}') as PageWords;
const siteId = element?.dataset.site ?? 'study';

export const store = createStudyStore(siteId, () => localStorage, Date.now);

addEventListener('storage', (event) => {
  if (event.key === studyKey(siteId)) store.refresh();
});
// A page that comes back from the back/forward cache has missed the events meanwhile.
addEventListener('pageshow', (event) => {
  if (event.persisted) store.refresh();
});
