/** The words after `npm run import`. */
import { parseArgs } from 'node:util';
import { LEVELS, type Level } from '../../content/kinds/field.ts';
import { findNearest } from '../../content/nearest.ts';
import { USUAL_LEVEL } from '../new/create.ts';
import { refusePlace } from '../new/place.ts';
import { UsageError } from '../new/refusal.ts';
import { cleanTitle } from '../new/title.ts';
import { toPlaceName } from './place-name.ts';

export interface ImportWords {
  /** As it was typed. */
  readonly source: string;
  readonly area: string;
  readonly areaTitle: string;
  readonly level: Level;
  readonly isDryRun: boolean;
}

export const USAGE = `npm run import -- <folder or file> [--area <name>] [--level …] [--dry-run]

Makes pages of a folder of Markdown, such as a vault of Obsidian, or cards of what Anki exported (.apkg, .colpkg,
.txt, .csv, .tsv), and says what it could not bring over. It changes nothing there, and replaces no file here.

  --area …     the area that the notes go to; the name of the folder or file where it is left out
  --level …    ${LEVELS.join(', ')}, of notes that do not say; ${USUAL_LEVEL} where it is left out
  --dry-run    only says what it would do`;

/**
 * @param locales folders of the languages other than the main one
 * @throws {UsageError} with a sentence for the person at the keyboard
 */
export function readImportWords(words: readonly string[], locales: readonly string[]): ImportWords | 'help' {
  const { values, positionals } = parseWords(words);
  if (values.help) return 'help';
  const [source, extra] = positionals;
  if (source === undefined) throw new UsageError('say which folder or file to import');
  if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many: put a path with spaces in quotes`);
  const name =
    source
      .replace(/[\\/]+$/, '')
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.(txt|csv|tsv|apkg|colpkg)$/i, '') ?? '';
  const area = values.area ?? toPlaceName(name, 'notes');
  const refusal = refusePlace('area', area, locales);
  if (refusal !== undefined)
    throw new UsageError(values.area === undefined ? `${refusal}; name one with --area` : refusal);
  const level = LEVELS.find((known) => known === (values.level ?? USUAL_LEVEL));
  if (level === undefined) {
    const [nearest = LEVELS.join(', ')] = findNearest(values.level ?? '', LEVELS);
    throw new UsageError(`"${values.level}" is no level: did you mean ${nearest}?`);
  }
  const areaTitle = cleanTitle(values.area ?? name) ?? area;
  return { source, area, areaTitle, level, isDryRun: values['dry-run'] };
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        area: { type: 'string' },
        level: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
