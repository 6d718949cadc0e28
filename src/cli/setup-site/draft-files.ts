/** The content as it will be: the files that are there, and over them what is to be written and taken away. */
import type { ContentFiles, Source } from '../../content/files/content-files.ts';
import { createSource } from '../../content/files/source.ts';

export class DraftFiles implements ContentFiles {
  readonly #there: ContentFiles;
  readonly #paths: readonly string[];
  readonly #changes = new Map<string, Source | undefined>();

  constructor(there: ContentFiles) {
    this.#there = there;
    this.#paths = there.list();
  }

  list(): readonly string[] {
    const written = [...this.#changes.keys()].filter((path) => !this.#there.has(path));
    return [...this.#paths, ...written].filter((path) => this.has(path)).sort();
  }

  has(path: string): boolean {
    return this.#changes.has(path) ? this.#changes.get(path) !== undefined : this.#there.has(path);
  }

  read(path: string): Source {
    return this.#changes.get(path) ?? this.#there.read(path);
  }

  write(path: string, text: string): void {
    this.#changes.set(path, createSource(path, new TextEncoder().encode(text)));
  }

  remove(path: string): void {
    this.#changes.set(path, undefined);
  }

  /** What to do on disk: texts by path, `null` for a file that goes. */
  changes(): Readonly<Record<string, string | null>> {
    const entries = [...this.#changes].filter(([path, source]) => source !== undefined || this.#there.has(path));
    return Object.fromEntries(entries.map(([path, source]) => [path, source?.text ?? null]));
  }
}
