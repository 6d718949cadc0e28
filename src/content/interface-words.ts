/** Whether every language has all words of the interface, and no others. */
import { z } from 'astro/zod';
import { parseJson } from '../domain/json.ts';
import type { Code } from './codes/table.ts';
import type { ContentFiles } from './files/content-files.ts';
import { listKeys } from './interface-keys.ts';
import { findNearest } from './nearest.ts';
import { type Position, type Problem, START } from './problem.ts';
import { listForeignWords } from './starlight-words.ts';

const wordsSchema = z.record(z.string(), z.string());

/** Finds languages without a file, keys without a word and words without a key. */
export function checkInterfaceWords(files: ContentFiles, langs: readonly string[]): Problem[] {
  return langs.flatMap((lang) => {
    const file = `content/i18n/${lang}.json`;
    const problem = (code: Code, message: string, hint: string, position = START): Problem => ({
      file,
      ...position,
      code,
      message,
      hint,
    });
    if (!files.has(file)) {
      const hint = `copy the file of another language to ${file} and translate its values`;
      return [problem('words-missing', `there are no interface words for ${lang}`, hint)];
    }
    const { text, problems } = files.read(file);
    // That a file is empty is said of any file.
    if (problems.length > 0 || text.trim() === '') return [];
    const syntaxError = findSyntaxError(text);
    if (syntaxError !== undefined) {
      const hint = 'look here and just before for a missing quote, a missing comma or a comma too many';
      return [problem('words-json', 'from here on this is not JSON', hint, syntaxError)];
    }
    const words = wordsSchema.safeParse(parseJson(text));
    if (!words.success) {
      const [key] = words.error.issues[0]?.path ?? [];
      if (key === undefined) {
        return [problem('words-json', 'this is not an object of keys and texts', 'write { "study.minutes": "…" }')];
      }
      const name = String(key);
      return [problem('words-json', `"${name}" is not a text`, 'write its words in quotes', placeOf(text, name))];
    }
    const wanted = listKeys(lang);
    const missing = wanted.filter((key) => !words.data[key]?.trim());
    const foreign = Object.entries(listForeignWords(lang)).filter(([key]) => !words.data[key]?.trim());
    const unknown = Object.keys(words.data).filter((key) => key.startsWith('study.') && !wanted.includes(key));
    return [
      ...missing.map((key) =>
        problem('word-missing', `"${key}" has no word`, `write "${key}": "…"`, placeOf(text, key)),
      ),
      ...foreign.map(([key, english]) =>
        problem(
          'word-missing',
          `"${key}" has no word`,
          `write "${key}": "…", in English "${english}"`,
          placeOf(text, key),
        ),
      ),
      ...unknown.map((key) => {
        const nearest = findNearest(key, missing);
        const hint =
          nearest.length > 0
            ? `did you mean ${nearest.join(', ')}?`
            : 'take it out, or add the key to src/content/interface-keys.ts';
        return problem('word-unknown', `nothing uses "${key}"`, hint, placeOf(text, key));
      }),
    ];
  });
}

/** Where a text stops being JSON, as far as the engine says. */
function findSyntaxError(text: string): Position | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const [, line = '1', column = '1'] = /\(line (\d+) column (\d+)\)/.exec(String(error)) ?? [];
    return { line: Number(line), column: Number(column) };
  }
}

/** Where a key stands; the start of the file where it does not. */
function placeOf(text: string, key: string): Position {
  const before = text.split(`"${key}"`, 2);
  if (before.length < 2) return START;
  const lines = (before[0] ?? '').split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
