/** A folder of notes as it was found, and which of its files a link means. Paths are relative to it, with forward slashes. */
import path from 'node:path';
import type { NoteHead } from './front-matter.ts';

export interface VaultNote {
  readonly path: string;
  readonly head: NoteHead;
  /** The text below the head, with line ends of one character. */
  readonly body: string;
  /** Where it will lie, relative to the project. */
  readonly target: string;
}

export interface VaultImage {
  readonly path: string;
  readonly target: string;
}

export type LinkTarget =
  | { readonly kind: 'note'; readonly note: VaultNote }
  | { readonly kind: 'image'; readonly image: VaultImage };

/** Finds files by what links call them, as Obsidian does: by path, by the end of a path, by name, by another name. */
export class VaultIndex {
  readonly #byPath = new Map<string, LinkTarget>();
  readonly #byName = new Map<string, string[]>();
  readonly #byAlias = new Map<string, LinkTarget>();

  constructor(notes: readonly VaultNote[], images: readonly VaultImage[]) {
    for (const image of images) this.#add(toKey(image.path), { kind: 'image', image });
    for (const note of notes) {
      const found: LinkTarget = { kind: 'note', note };
      this.#add(toKey(note.path), found);
      for (const alias of note.head.aliases)
        if (!this.#byAlias.has(toKey(alias))) this.#byAlias.set(toKey(alias), found);
    }
    // Obsidian takes the one that lies highest.
    for (const paths of this.#byName.values()) paths.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  }

  /** @param from path of the note that has the link */
  find(name: string, from: string): LinkTarget | undefined {
    const wanted = toKey(name.replace(/^\//, ''));
    const beside = toKey(path.posix.join(path.posix.dirname(from), name));
    const exact = this.#byPath.get(name.startsWith('.') ? beside : wanted) ?? this.#byPath.get(beside);
    if (exact !== undefined || name.startsWith('.')) return exact;
    const [end] = (this.#byName.get(path.posix.basename(wanted)) ?? []).filter(
      (known) => known === wanted || known.endsWith(`/${wanted}`),
    );
    return end === undefined ? this.#byAlias.get(wanted) : this.#byPath.get(end);
  }

  #add(key: string, found: LinkTarget): void {
    // Of two that differ in case only the first is meant.
    if (this.#byPath.has(key)) return;
    this.#byPath.set(key, found);
    const name = path.posix.basename(key);
    const known = this.#byName.get(name);
    if (known === undefined) this.#byName.set(name, [key]);
    else known.push(key);
  }
}

/** Names are the same whatever their case and however their accents are written. */
function toKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.(md|markdown)$/, '');
}
