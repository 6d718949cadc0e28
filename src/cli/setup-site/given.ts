/** The words after `npm run setup`. */
import { parseArgs } from 'node:util';
import { findNearest } from '../../content/nearest.ts';
import { UsageError } from '../new/refusal.ts';

/** What can be said of a site, in the order in which it is asked for; the later follow from the earlier. */
export const FIELDS = {
  title: 'the name of the site',
  author: 'who is named as the author in each page’s head',
  languages: 'tags with commas between them, the main language first: en or es,en',
  description: 'one sentence for search engines, at most 160 characters',
  repository: 'where the sources live: https://…, or as git names it',
  url: 'where the site is published: https://me.github.io; follows from a repository of GitHub, GitLab or Codeberg',
  base: 'the path below which it is published: / or /my-notes/; follows from the repository, too',
  'site-id': 'begins every key that the site keeps in a reader’s browser: choose it once',
  keep: 'what stays of the content that is there: all, none, or areas with commas between them',
} as const;

export type Field = keyof typeof FIELDS;

/** Of each field what was said of it. */
export type Given = Readonly<Partial<Record<Field, string>>>;

export interface SetupWords {
  readonly given: Given;
  /** Asks nothing: takes what is suggested for everything that was not said. */
  readonly isYes: boolean;
  /** Writes in spite of changes that are not committed, and of a site that was set up before. */
  readonly isForced: boolean;
}

export const USAGE = `npm run setup -- [--title "My notes"] [--languages es] …

Makes the site yours: writes site.config.ts and takes away what you do not keep of the content. It asks for what is not
said here, shows what it would do, and asks once more. Nothing is written until then.

${Object.entries(FIELDS)
  .map(([field, what]) => `  --${field} …`.padEnd(19) + what)
  .join('\n')}
  --yes            asks nothing, and takes what it would suggest
  --force          writes in spite of changes that are not committed, or of notes that may be your own
  --help`;

const OPTIONS = {
  ...(Object.fromEntries(Object.keys(FIELDS).map((field) => [field, { type: 'string' }])) as Record<
    Field,
    { type: 'string' }
  >),
  yes: { type: 'boolean', short: 'y', default: false },
  force: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** @throws {UsageError} for a word that means nothing here */
export function readSetupWords(words: readonly string[]): SetupWords | 'help' {
  const { values, positionals } = parseWords(words);
  const [extra] = positionals;
  if (extra !== undefined) throw new UsageError(`"${extra}" belongs to nothing: put a text of several words in quotes`);
  const { yes, force, help, ...given } = values;
  return help ? 'help' : { given, isYes: yes, isForced: force };
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, option = ''] = /Unknown option '--([\w-]+)'/.exec(message) ?? [];
    const [nearest] = findNearest(option, Object.keys(OPTIONS));
    throw new UsageError(nearest === undefined ? message : `there is no --${option}: did you mean --${nearest}?`, {
      cause: error,
    });
  }
}
