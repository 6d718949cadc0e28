/** The areas as headings of generated pages, named as in a language. */
import site from 'virtual:study/site';
import { foldersOf } from '../content/check/checked-site.ts';
import { isRecord, readPages } from '../content/page.ts';
import type { Topic } from '../content/resource-page.ts';
import { files } from './site-files.ts';

/** A topic that is an area is called as the area is. */
export function listTopics(locale: string): Topic[] {
  const overviews = readPages(files, foldersOf(site)).filter(
    ({ place, isDraft }) => !isDraft && place.path !== '' && !place.path.includes('/'),
  );
  const own = [...Map.groupBy(overviews, ({ place }) => place.path).values()].flatMap(
    (pages) =>
      pages.find(({ place }) => place.locale === locale) ?? pages.find(({ place }) => place.locale === 'root') ?? [],
  );
  return own
    .map(({ place, yaml }) => ({ id: place.path, data: isRecord(yaml.value) ? yaml.value : {} }))
    .sort((a, b) => Number(a.data.order ?? Number.MAX_SAFE_INTEGER) - Number(b.data.order ?? Number.MAX_SAFE_INTEGER))
    .map(({ id, data }) => ({ id, title: String(data.title ?? id) }));
}
