/** Files that stand in memory: those of tests, and of the examples that explain each code. */
import type { ContentFiles, Source } from './content-files.ts';
import { createSource, createStray } from './source.ts';

/** What a path holds: text, bytes, or a link of the file system to somewhere else. */
export type MemoryFile = string | Uint8Array | { readonly linkTo: string };

export function createMemoryFiles(files: Readonly<Record<string, MemoryFile>>): ContentFiles {
  const kept = new Map<string, Source>();
  const contents = new Map(Object.entries(files));
  return {
    list: () => [...contents.keys()].filter((path) => path.startsWith('content/')).sort(),
    has: (path) => contents.has(path),
    read(path) {
      const known = kept.get(path) ?? create(path, contents.get(path) ?? '');
      kept.set(path, known);
      return known;
    },
  };
}

function create(path: string, file: MemoryFile): Source {
  if (typeof file === 'string') return createSource(path, new TextEncoder().encode(file));
  return file instanceof Uint8Array ? createSource(path, file) : createStray(path, file.linkTo);
}
