/**
 * The texts of pages, Markdown and HTML, each in a file of its own below `.astro/texts`, called by its hash.
 *
 * Astro keeps all entries of a collection in one file, hands that file through the bundler and reads it as one string, which
 * V8 lets be no longer than 512 MB: about 460 notes in three languages. While somebody writes, it does so at each save.
 * In that file stands a mark for each text, and a page that is rendered reads what the mark stands for.
 *
 * A text is written when its page is, and deleted once no page has its mark. A mark without a text is that of a page that
 * has to be rendered again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What the name of a text ends in while it is written. */
const PART = '.part';
const MARK = /^\s*study-text:([0-9a-f]{32})\s*$/;

export interface TextStore {
  /** Keeps a text. @returns its mark */
  put(text: string): string;
  /** The text of a mark; a text that is none is returned as it is. @throws {Error} where the text is gone */
  get(text: string): string;
  /** Whether what a mark stands for is there; also true of a text that is none. */
  has(text: string): boolean;
  /** Deletes every text but those of these marks. */
  prune(texts: Iterable<string>): void;
}

/** @param folder absolute path; it is made when the first text comes */
export function openTextStore(folder: string): TextStore {
  const fileOf = (hash: string) => path.join(folder, hash.slice(0, 2), hash.slice(2));
  const hashOf = (text: string) => MARK.exec(text)?.[1];
  return {
    put(text) {
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 32);
      const file = fileOf(hash);
      if (!existsSync(file)) {
        mkdirSync(path.dirname(file), { recursive: true });
        // A build that breaks off leaves no half text under the name of a whole one.
        writeFileSync(`${file}${PART}`, text);
        renameSync(`${file}${PART}`, file);
      }
      return `study-text:${hash}`;
    },
    get(text) {
      const hash = hashOf(text);
      return hash === undefined ? text : readFileSync(fileOf(hash), 'utf8');
    },
    has(text) {
      const hash = hashOf(text);
      return hash === undefined || existsSync(fileOf(hash));
    },
    prune(texts) {
      if (!existsSync(folder)) return;
      const kept = new Set([...texts].map(hashOf));
      for (const part of readdirSync(folder)) {
        for (const rest of readdirSync(path.join(folder, part))) {
          if (!kept.has(part + rest)) rmSync(path.join(folder, part, rest));
        }
      }
    },
  };
}
