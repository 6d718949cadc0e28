/** The words after `npm run new`. */
import { parseArgs } from 'node:util';
import { LEVELS, type Level } from '../../content/kinds/field.ts';
import { findNearest } from '../../content/nearest.ts';
import { USUAL_LEVEL, type Wanted } from './create.ts';
import { isKind, KIND_NAMES, KINDS, type Kind, nameKind } from './kind.ts';
import { refusePlace } from './place.ts';
import { UsageError } from './refusal.ts';
import { cleanTitle } from './title.ts';

/** What was said of what is to be made; the rest is asked for. */
export interface Given {
  readonly kind: Kind | undefined;
  readonly place: string | undefined;
  readonly title: string | undefined;
  readonly level: Level | undefined;
}

export const USAGE = `npm run new <kind> <place> "<title>"

Writes a stub that passes npm run check, in every language of the site. On a terminal it asks for what is missing.

${KIND_NAMES.map(describeKind).join('\n')}

  --level …   ${LEVELS.join(', ')}; ${USUAL_LEVEL} where it is left out.
              Options come after two hyphens: npm run new -- note … --level senior`;

function describeKind(kind: Kind): string {
  const { example, what } = KINDS[kind];
  return `  ${`${kind} ${example.place} "${example.title}"`.padEnd(40)} ${what}`;
}

/**
 * @param locales folders of the languages other than the main one
 * @throws {UsageError} with a sentence for the person at the keyboard
 */
export function readNewWords(words: readonly string[], locales: readonly string[]): Given | 'help' {
  const { values, positionals } = parseWords(words);
  if (values.help) return 'help';
  const [kindWord, place, titleWord, extra] = positionals;
  if (extra !== undefined)
    throw new UsageError(`"${extra}" is one word too many: put a title of several words in quotes`);
  if (kindWord === undefined) return { kind: undefined, place: undefined, title: undefined, level: undefined };
  const kind = readKind(kindWord);
  const refusal = place === undefined ? undefined : refusePlace(kind, place, locales);
  if (refusal !== undefined) throw new UsageError(refusal);
  const title = titleWord === undefined ? undefined : cleanTitle(titleWord);
  if (titleWord !== undefined && title === undefined) throw new UsageError('the title is empty');
  return { kind, place, title, level: values.level === undefined ? undefined : readLevel(values.level, kind) };
}

/** @returns what is missing, in a sentence, where something is */
export function readWanted({ kind, place, title, level }: Given): Wanted | string {
  if (kind === undefined) return 'say what to make, where and what it is called';
  const lacksTitle = title === undefined && KINDS[kind].needsTitle;
  if (place !== undefined && !lacksTitle) return { kind, place, title, level };
  const missing = [...(place === undefined ? ['its place'] : []), ...(lacksTitle ? ['its title'] : [])];
  return `${nameKind(kind)} needs ${missing.join(' and ')}`;
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { level: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function readKind(word: string): Kind {
  if (isKind(word)) return word;
  const [nearest] = findNearest(word, KIND_NAMES);
  throw new UsageError(
    `"${word}" is nothing that can be made: ${nearest === undefined ? `there are ${KIND_NAMES.join(', ')}` : `did you mean ${nearest}?`}`,
  );
}

function readLevel(word: string, kind: Kind): Level {
  if (!KINDS[kind].hasLevel) throw new UsageError(`${nameKind(kind)} has no level`);
  const level = LEVELS.find((name) => name === word);
  if (level !== undefined) return level;
  const [nearest] = findNearest(word, LEVELS);
  throw new UsageError(
    `"${word}" is no level: ${nearest === undefined ? `there are ${LEVELS.join(', ')}` : `did you mean ${nearest}?`}`,
  );
}
