/** What the pages of interviews tell their scripts. */
import site from 'virtual:study/site';
import { INTERVIEWS, interviewPath } from '../content/interview-path.ts';
import { areaOf } from '../content/place.ts';
import { OWN_INTERVIEW } from '../domain/interview/interview-event.ts';
import type { InterviewTopic } from '../islands/interview-data.ts';
import { listSiteInterviews, listSiteQuestions } from './interview-pages.ts';
import type { Library } from './library.ts';

/** Notes that teach what is asked, by id. @param lang of the page that leads to them */
export function listTopicsOfQuestions(
  { pages }: Library,
  notes: readonly string[],
  lang: string,
): Record<string, InterviewTopic> {
  const ids = new Set(notes.map((note) => note.split('#')[0] ?? ''));
  return Object.fromEntries(
    [...ids].flatMap((id): [string, InterviewTopic][] => {
      const page = pages.get(id);
      if (page === undefined) return [];
      // Anchors are those of the main language.
      const hasParts = page.lang === site.locales.root?.lang;
      return [[id, { title: page.title, href: page.href, hasParts, ...(page.lang !== lang && { lang: page.lang }) }]];
    }),
  );
}

/** Areas that have questions, in the order of the site. */
export function listAreasOfQuestions({ areas, pages }: Library): { readonly id: string; readonly title: string }[] {
  const ids = [...new Set(listSiteQuestions().map(({ area }) => area))];
  const places = areas.map(({ id }) => id);
  const placeOf = (id: string) => places.indexOf(id) >>> 0;
  return ids
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((id) => ({ id, title: pages.get(id)?.title ?? areaOf(id) ?? id }));
}

/** Interviews as history names them and leads to them. */
export function listInterviewLinks({ pages }: Library): Record<string, { title: string; href: string }> {
  const ids = [...listSiteInterviews().map(({ id }) => id), OWN_INTERVIEW];
  return Object.fromEntries(
    ids.flatMap((id) => {
      const page = pages.get(interviewPath(id));
      return page === undefined ? [] : [[id, { title: page.title, href: page.href }]];
    }),
  );
}

export function overviewHref({ pages }: Library): string {
  return pages.get(INTERVIEWS)?.href ?? '';
}
