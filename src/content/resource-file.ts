/** The resources of `content/resources.yaml`, in the order of the file. */
import { type DataFile, readDataFiles } from './data-file.ts';
import type { ContentFiles } from './files/content-files.ts';
import type { Languages } from './kinds/field.ts';
import type { Resource } from './kinds/resource.ts';

export function readResources(files: ContentFiles, languages: Languages): readonly Resource[] {
  return readDataFiles(files, languages)
    .filter((file): file is DataFile<'resource'> => file.kind === 'resource')
    .flatMap(({ data }) => data ?? []);
}
