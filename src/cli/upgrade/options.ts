/** The words after `npm run upgrade`. */
import { parseArgs } from 'node:util';
import { UsageError } from '../new/refusal.ts';

export interface StartWords {
  readonly act: 'start';
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly archive: string | undefined;
  readonly base: string | undefined;
  readonly isDryRun: boolean;
}

export type UpgradeWords =
  | StartWords
  | { readonly act: 'continue' | 'help' }
  | { readonly act: 'undo'; readonly isForced: boolean };

export const USAGE = `npm run upgrade [-- --to <version>] [--from <repository>] [--archive <file>] [--dry-run]

Takes a newer engine into your site. What is yours is left alone; what both changed is merged; nothing is committed.

  --to …        a release, branch or commit; the newest release where it is left out
  --from …      the repository that it comes from, an address or a path; where yours came from if it is left out
  --archive …   a downloaded engine instead: a .tar.gz, a .zip or a folder
  --base …      the engine that your site stands on, where that is not known: a version, a commit or an archive
  --dry-run     only says what it would do
  --continue    goes on with an upgrade that was interrupted, or that waited for you
  --undo        takes the last upgrade back; with --force, what you changed in the same files since as well`;

/** @throws {UsageError} with a sentence for the person at the keyboard */
export function readUpgradeWords(words: readonly string[]): UpgradeWords {
  const { continue: isContinued, undo, force, help, 'dry-run': isDryRun, ...named } = parseWords(words);
  const { from, to, archive, base } = named;
  if (help) return { act: 'help' };
  const hasSource = Object.values(named).some((value) => value !== undefined) || isDryRun;
  if (isContinued && undo) throw new UsageError('--continue and --undo are one word too many');
  if ((isContinued || undo) && hasSource) {
    throw new UsageError(`--${undo ? 'undo' : 'continue'} knows which upgrade is meant, and takes no other words`);
  }
  if (force && !undo) throw new UsageError('--force belongs to --undo');
  if (undo) return { act: 'undo', isForced: force };
  if (isContinued) return { act: 'continue' };
  if (archive !== undefined && (from !== undefined || to !== undefined)) {
    throw new UsageError('an archive is one version already: leave out --from and --to');
  }
  return { act: 'start', from, to, archive, base, isDryRun };
}

function parseWords(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      args: [...words],
      options: {
        from: text,
        to: text,
        archive: text,
        base: text,
        'dry-run': flag,
        continue: flag,
        undo: flag,
        force: flag,
        help: { ...flag, short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
