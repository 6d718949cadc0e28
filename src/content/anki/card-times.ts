/**
 * When each card last changed, from the history of its file. Anki takes a note over only where it is newer than its own:
 * with the time of the build every card would be, and what readers changed in theirs would be lost; with one time for ever
 * no correction would arrive.
 */
import { spawnSync } from 'node:child_process';
import { FLASHCARDS } from '../card-file.ts';
import type { Card } from '../cards/card.ts';
import { parseCards } from '../cards/parse-cards.ts';
import type { DeckCard } from '../deck.ts';

/** The history of card files; `undefined` where there is none. */
export interface CardHistory {
  /** Seconds since 1970 of the newest commit. */
  readonly head: number;
  /** Why the times of single cards are not known. */
  readonly isShallow: boolean;
  /** Versions of each file, oldest first. */
  readonly versions: ReadonlyMap<string, readonly CardVersion[]>;
}

export interface CardVersion {
  /** Seconds since 1970. */
  readonly at: number;
  readonly text: string;
}

/**
 * @param rendered seconds since 1970 at which cards were last rendered in another way: none is older
 * @returns the time of each card. Without a history it is `rendered`, in a shallow one the newest commit's; a card that
 *   is not committed yet has that time too, since a build says the same whenever it is made
 */
export function createCardTimes(history: CardHistory | undefined, rendered: number): (card: DeckCard) => number {
  const times = new Map<string, { readonly content: string; readonly at: number }>();
  for (const [file, versions] of history?.isShallow ? [] : (history?.versions ?? [])) {
    for (const { at, text } of versions) {
      for (const card of parseCards(text).file.cards) {
        const key = `${file}#${card.id}`;
        const content = contentOf(card);
        if (times.get(key)?.content !== content) times.set(key, { content, at });
      }
    }
  }
  return (card) => {
    const known = times.get(`${card.file}#${card.id}`);
    const at = known?.content === contentOf(card) ? known.at : (history?.head ?? 0);
    return Math.max(at, rendered);
  };
}

/** What a reader would notice. */
function contentOf({ type, question, answer, tags, link }: Card): string {
  return JSON.stringify([type, question, answer, tags, link]);
}

const MOST_BYTES = 1 << 30;

/** @param root absolute path of the folder that holds `content/` */
export function readCardHistory(root: string): CardHistory | undefined {
  const git = (words: readonly string[], input?: string) => {
    const { status, stdout } = spawnSync('git', ['-c', 'core.quotePath=false', ...words], {
      cwd: root,
      input,
      maxBuffer: MOST_BYTES,
    });
    return status === 0 ? stdout : undefined;
  };
  const head = git(['log', '-1', '--format=%ct'])?.toString().trim();
  if (head === undefined || head === '') return undefined;
  const isShallow = git(['rev-parse', '--is-shallow-repository'])?.toString().trim() === 'true';
  const prefix = git(['rev-parse', '--show-prefix'])?.toString().trim() ?? '';
  const log = git(['log', '--reverse', '--no-renames', '--format=%x00%H %ct', '--name-only', '--', FLASHCARDS]);
  if (isShallow || log === undefined) return { head: Number(head), isShallow, versions: new Map() };
  const wanted = listVersions(log.toString(), prefix);
  const objects = git(['cat-file', '--batch'], wanted.map(({ name }) => `${name}\n`).join(''));
  return { head: Number(head), isShallow, versions: readVersions(wanted, objects ?? Buffer.alloc(0)) };
}

interface WantedVersion {
  readonly file: string;
  readonly at: number;
  /** `<commit>:<path>`. */
  readonly name: string;
}

/** @param prefix the project's folder within the repository */
function listVersions(log: string, prefix: string): WantedVersion[] {
  return log.split('\0').flatMap((commit) => {
    const [head = '', ...files] = commit.split('\n').filter((line) => line !== '');
    const [hash, at] = head.split(' ');
    return files
      .filter((file) => file.endsWith('.txt') && file.startsWith(prefix))
      .map((file) => ({ file: file.slice(prefix.length), at: Number(at), name: `${hash}:${file}` }));
  });
}

/** The answers of `git cat-file --batch`: a head with the size, and that many bytes; `missing` where a file was removed. */
function readVersions(wanted: readonly WantedVersion[], objects: Buffer): Map<string, CardVersion[]> {
  const versions = new Map<string, CardVersion[]>();
  let from = 0;
  for (const { file, at } of wanted) {
    const end = objects.indexOf('\n', from);
    if (end < 0) break;
    const [, kind, size] = / (blob|missing) ?(\d*)$/.exec(objects.toString('utf8', from, end)) ?? [];
    from = end + 1;
    if (kind !== 'blob') continue;
    const text = objects.toString('utf8', from, from + Number(size));
    from += Number(size) + 1;
    versions.set(file, [...(versions.get(file) ?? []), { at, text }]);
  }
  return versions;
}
