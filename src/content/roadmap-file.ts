/** The roadmaps of `content/roadmaps` that can be published, in order. */
import { type DataFile, readDataFiles } from './data-file.ts';
import type { ContentFiles } from './files/content-files.ts';
import type { Languages } from './kinds/field.ts';
import type { Roadmap } from './kinds/roadmap.ts';

export function readRoadmaps(files: ContentFiles, languages: Languages): Roadmap[] {
  return readDataFiles(files, languages)
    .filter((file): file is DataFile<'roadmap'> => file.kind === 'roadmap')
    .flatMap(({ data }) => (data === undefined || data.draft ? [] : [data]))
    .sort((a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER));
}
