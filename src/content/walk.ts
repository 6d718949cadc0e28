/** Lists the files that writers own. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Every Markdown and MDX file below a folder, sorted; names that begin with `_` are drafts and are left out. */
export function listDocuments(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[^_].*\.mdx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
