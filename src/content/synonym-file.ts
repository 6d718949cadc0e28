/** What search takes for the same, as far as it can be read. */
import { readYaml } from './data/yaml-text.ts';
import { openDiskFiles } from './files/disk-files.ts';
import { type SynonymGroup, synonymsSchema } from './kinds/synonyms.ts';

const FILE = 'content/search-synonyms.yaml';

/** @param root absolute path of the folder that holds `content/` */
export function readSynonyms(root: string): readonly SynonymGroup[] {
  const files = openDiskFiles(root);
  if (!files.has(FILE)) return [];
  // What is wrong with it has stopped the build before.
  return synonymsSchema.safeParse(readYaml(files.read(FILE).text).value).data ?? [];
}
